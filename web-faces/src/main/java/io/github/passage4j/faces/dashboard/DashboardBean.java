package io.github.passage4j.faces.dashboard;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.management.Device;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.management.UserEvent;
import io.github.passage4j.core.user.NameDrafts;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.faces.security.GoneAccount;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller as the dashboard shows them. */
@Named("dashboard")
@RequestScoped
public class DashboardBean {

    private static final System.Logger LOG = System.getLogger(DashboardBean.class.getName());

    private static final int SHOWN_EVENTS = 8;

    private final PassageCaller caller;
    private final UserProvisioning provisioning;
    private final NameDrafts drafts;
    private final PassageUsers passageUsers;
    private final GoneAccount goneAccount;

    private boolean gone;
    private @Nullable String name;
    private @Nullable PassageUser account;

    @Inject
    public DashboardBean(
            PassageCaller caller,
            UserProvisioning provisioning,
            NameDrafts drafts,
            PassageUsers passageUsers,
            GoneAccount goneAccount) {
        this.caller = caller;
        this.provisioning = provisioning;
        this.drafts = drafts;
        this.passageUsers = passageUsers;
        this.goneAccount = goneAccount;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected DashboardBean() {
        this.caller = null;
        this.provisioning = null;
        this.drafts = null;
        this.passageUsers = null;
        this.goneAccount = null;
    }

    @PostConstruct
    void load() {
        String passageId = caller.passageId();
        account = askPassage(passageId);
        if (gone) {
            return; // and has no row, or one that must not come back
        }
        User row = provisioning.findOrCreate(passageId, null).user();
        name = account == null
                ? row.name()
                : drafts.complete(row, account.identifier()).orElse(null);
    }

    /** Before the page is rendered. */
    public void open() throws IOException {
        if (gone) {
            goneAccount.answer(FacesContext.getCurrentInstance());
        }
    }

    /** Whether Passage says that there is no such account, whatever the token says. */
    boolean isGone() {
        return gone;
    }

    /** The name from the app's row, {@code null} when none was given. */
    public @Nullable String getName() {
        return name;
    }

    /** One or two letters that stand for the name; empty when there is none. */
    public String getInitials() {
        return name == null ? "" : Initials.of(name);
    }

    /** The e-mail address, empty when Passage has none of this user, {@code null} when Passage can't be asked now. */
    public @Nullable String getEmail() {
        return account == null ? null : account.email();
    }

    public boolean isEmailUnknown() {
        return account == null;
    }

    /** The phone number in E.164, empty when Passage has none or can't be asked now. */
    public String getPhone() {
        return account == null ? "" : account.phone();
    }

    /** The passkeys, none when Passage can't be asked now. */
    public List<Device> getPasskeys() {
        return account == null ? List.of() : account.devices();
    }

    /** The last things that happened to the account, newest first; only begun sign-ins are left out. */
    public List<UserEvent> getHistory() {
        return account == null
                ? List.of()
                : account.recentEvents().stream()
                        .filter(event -> "complete".equals(event.status()))
                        .limit(SHOWN_EVENTS)
                        .toList();
    }

    private @Nullable PassageUser askPassage(String passageId) {
        try {
            return passageUsers.get(passageId);
        } catch (PassageApiException e) {
            gone = e.isUserNotFound();
            String reason = e.status() == PassageApiException.NO_ANSWER ? "gave no answer" : "answered " + e.status();
            LOG.log(System.Logger.Level.WARNING, "The dashboard shows no e-mail: Passage {0}", reason);
            return null;
        }
    }
}
