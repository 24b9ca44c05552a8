package io.github.passage4j.faces.admin;

import io.github.passage4j.core.administration.AdminChange;
import io.github.passage4j.core.administration.UserAdministration;
import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.management.Device;
import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.management.UserEvent;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.Users;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One user as administrators see them: our row, what Passage knows, and the record of changes. */
@Named("adminUser")
@RequestScoped
public class AdminUserBean {

    private static final int SHOWN_EVENTS = 10;
    private static final int SHOWN_CHANGES = 20;
    /** The states that the texts have words for. */
    private static final Set<String> KNOWN_STATES = Set.of("active", "inactive", "pending");

    private final PassageCaller caller;
    private final Users users;
    private final PassageUsers passageUsers;
    private final UserAdministration administration;
    private final HttpServletRequest request;
    private final Map<String, String> names = new HashMap<>();
    private Subject subject;
    private List<AdminChange> changes = List.of();

    @Inject
    @SuppressWarnings("NullAway.Init") // load() follows
    public AdminUserBean(
            PassageCaller caller,
            Users users,
            PassageUsers passageUsers,
            UserAdministration administration,
            HttpServletRequest request) {
        this.caller = caller;
        this.users = users;
        this.passageUsers = passageUsers;
        this.administration = administration;
        this.request = request;
    }

    @SuppressWarnings({"NullAway", "NullAway.Init"}) // only the proxy of the container uses it
    protected AdminUserBean() {
        this.caller = null;
        this.users = null;
        this.passageUsers = null;
        this.administration = null;
        this.request = null;
    }

    @PostConstruct
    void load() {
        subject = Subject.in(request, users, passageUsers);
        changes = subject.isNobody() ? List.of() : administration.changesOf(subject.passageId(), SHOWN_CHANGES);
    }

    /** Before the page is rendered: of nobody there is no page. */
    public void answer() throws IOException {
        if (subject.isNobody()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    public String getPassageId() {
        return subject.passageId();
    }

    /** What to call the user: name, else e-mail or phone, else the Passage user id. */
    public String getTitle() {
        User row = subject.row();
        PassageUser account = subject.account();
        String name = row == null ? null : row.name();
        if (name != null) {
            return name;
        }
        return account == null || account.identifier().isEmpty() ? subject.passageId() : account.identifier();
    }

    /** Our row, {@code null} when the user has none. */
    public @Nullable User getRow() {
        return subject.row();
    }

    /** What Passage knows, {@code null} when it knows nothing or can't be asked. */
    public @Nullable PassageUser getAccount() {
        return subject.account();
    }

    /** Whether Passage can't be asked now. */
    public boolean isPassageSilent() {
        return subject.isPassageSilent();
    }

    /** Whether administrators look at themselves. */
    public boolean isOwn() {
        return caller.passageId().equals(subject.passageId());
    }

    /** The key of the text that says whether the user may sign in. */
    public String getState() {
        String state = Objects.requireNonNull(subject.account()).status();
        return "admin.user.state." + (KNOWN_STATES.contains(state) ? state : "other");
    }

    /** Whether the user may sign in now; what is not active can be activated. */
    public boolean isActive() {
        return subject.account() != null && "active".equals(subject.account().status());
    }

    public List<Device> getPasskeys() {
        return subject.account() == null ? List.of() : subject.account().devices();
    }

    /** The last things that happened to the account, newest first. */
    public List<UserEvent> getEvents() {
        return subject.account() == null
                ? List.of()
                : subject.account().recentEvents().stream().limit(SHOWN_EVENTS).toList();
    }

    /** What administrators did to the user, the latest first. */
    public List<AdminChange> getChanges() {
        return changes;
    }

    /** What to call who made a change: the name, else the Passage user id. */
    public String nameOf(AdminChange change) {
        return names.computeIfAbsent(
                change.administrator(),
                id -> users.findByPassageId(id).map(User::name).orElse(id));
    }

    /** The change that led here, {@code null} when none did. */
    public @Nullable AdminChange getLastChange() {
        String id = request.getParameter("change");
        return changes.stream()
                .filter(change -> change.id().toString().equals(id))
                .findFirst()
                .orElse(null);
    }
}
