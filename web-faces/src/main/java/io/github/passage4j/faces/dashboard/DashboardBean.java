package io.github.passage4j.faces.dashboard;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.user.UserProvisioning;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The caller as the dashboard shows them. */
@Named("dashboard")
@RequestScoped
public class DashboardBean {

    private static final System.Logger LOG = System.getLogger(DashboardBean.class.getName());

    private final PassageCaller caller;
    private final UserProvisioning provisioning;
    private final PassageUsers passageUsers;

    private @Nullable String name;
    private @Nullable String email;

    @Inject
    public DashboardBean(PassageCaller caller, UserProvisioning provisioning, PassageUsers passageUsers) {
        this.caller = caller;
        this.provisioning = provisioning;
        this.passageUsers = passageUsers;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected DashboardBean() {
        this.caller = null;
        this.provisioning = null;
        this.passageUsers = null;
    }

    @PostConstruct
    void load() {
        String passageId = caller.passageId();
        name = provisioning.findOrCreate(passageId, null).user().name();
        email = askPassage(passageId);
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
        return email;
    }

    public boolean isEmailUnknown() {
        return email == null;
    }

    private @Nullable String askPassage(String passageId) {
        try {
            return passageUsers.get(passageId).email();
        } catch (PassageApiException e) {
            String reason = e.status() == PassageApiException.NO_ANSWER ? "gave no answer" : "answered " + e.status();
            LOG.log(System.Logger.Level.WARNING, "The dashboard shows no e-mail: Passage {0}", reason);
            return null;
        }
    }
}
