package io.github.passage4j.faces.admin;

import io.github.passage4j.core.administration.AdminAction;
import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.management.Device;
import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.faces.security.ErrorPage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The question before a change. Its form has an id of its own, so that it changes something once, however often it is sent. */
@Named("adminChange")
@RequestScoped
public class AdminChangeBean {

    private final PassageCaller caller;
    private final Users users;
    private final PassageUsers passageUsers;
    private final HttpServletRequest request;
    private final UUID requestId = UUID.randomUUID();
    private Optional<AdminAction> action = Optional.empty();
    private Subject subject;
    private @Nullable Device passkey;

    @Inject
    @SuppressWarnings("NullAway.Init") // load() follows
    public AdminChangeBean(PassageCaller caller, Users users, PassageUsers passageUsers, HttpServletRequest request) {
        this.caller = caller;
        this.users = users;
        this.passageUsers = passageUsers;
        this.request = request;
    }

    @SuppressWarnings({"NullAway", "NullAway.Init"}) // only the proxy of the container uses it
    protected AdminChangeBean() {
        this.caller = null;
        this.users = null;
        this.passageUsers = null;
        this.request = null;
    }

    @PostConstruct
    void load() {
        action = AdminAction.ofKey(Objects.requireNonNullElse(request.getParameter("action"), ""));
        subject = Subject.in(request, users, passageUsers);
        passkey = passkeyOf(subject.account(), request.getParameter("passkey"));
    }

    private static @Nullable Device passkeyOf(@Nullable PassageUser account, @Nullable String id) {
        return account == null
                ? null
                : account.devices().stream()
                        .filter(device -> device.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** Before the page is rendered: asks nothing that can't be done. */
    public void answer() throws IOException {
        if (status() != HttpServletResponse.SC_OK) {
            FacesContext faces = FacesContext.getCurrentInstance();
            refuse((HttpServletResponse) faces.getExternalContext().getResponse());
            faces.responseComplete();
        }
    }

    void refuse(HttpServletResponse response) throws IOException {
        if (subject.isPassageSilent()) {
            ErrorPage.PASSAGE_SILENT.send(request, response);
        } else {
            response.sendError(status());
        }
    }

    /** 200 when the question makes sense. */
    int status() {
        boolean isPasskeyMissing = action.equals(Optional.of(AdminAction.REVOKE_PASSKEY)) && passkey == null;
        if (subject.isPassageSilent()) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        if (action.isEmpty() || subject.account() == null || isPasskeyMissing) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        boolean isOwnDeactivation =
                action.get() == AdminAction.DEACTIVATE && caller.passageId().equals(subject.passageId());
        return isOwnDeactivation ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_OK;
    }

    public String getRequestId() {
        return requestId.toString();
    }

    /** The key of what is to be done. */
    public String getAction() {
        return action.orElseThrow().key();
    }

    /** Whether the user loses something by it. */
    public boolean isHarmful() {
        return action.orElseThrow() != AdminAction.ACTIVATE;
    }

    public String getPassageId() {
        return subject.passageId();
    }

    /** The name in our row, empty when there is none. */
    public String getName() {
        User row = subject.row();
        return row == null || row.name() == null ? "" : row.name();
    }

    /** The e-mail address or phone number. */
    public String getIdentifier() {
        return subject.account() == null ? "" : subject.account().identifier();
    }

    /** The passkey that is to be revoked, {@code null} when the change is about none. */
    public @Nullable Device getPasskey() {
        return action.equals(Optional.of(AdminAction.REVOKE_PASSKEY)) ? passkey : null;
    }
}
