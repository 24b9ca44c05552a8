package io.github.passage4j.faces.profile;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.authentication.PassageCallerPrincipal;
import io.github.passage4j.core.management.Device;
import io.github.passage4j.core.management.OwnAccount;
import io.github.passage4j.core.management.OwnSession;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageApp;
import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.user.NameDrafts;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.faces.security.GoneAccount;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The caller's account as the profile shows it, and what became of the last change. */
@Named("profile")
@RequestScoped
public class ProfileBean {

    private static final System.Logger LOG = System.getLogger(ProfileBean.class.getName());

    /** What may be reported as done, and where: the page has a text for each. */
    private static final Map<String, String> SECTIONS_BY_CHANGE = Map.of(
            "name", "name",
            "email", "email",
            "details", "details",
            "passkey-added", "passkeys",
            "passkey-renamed", "passkeys",
            "passkey-removed", "passkeys",
            "passkeys-confirmed", "passkeys",
            "session-ended", "sessions");

    private static final int REFUSED_TOKEN = 401;

    /** The sections that show what only Passage knows. */
    private static final Set<String> OF_PASSAGE = Set.of("email", "details", "passkeys");

    private final PassageCaller caller;
    private final UserProvisioning provisioning;
    private final NameDrafts drafts;
    private final OwnAccount ownAccount;
    private final PassageUsers passageUsers;
    private final PassageApp app;
    private final GoneAccount goneAccount;
    private final HttpServletRequest request;

    private @Nullable String name;
    private @Nullable PassageUser account;
    private List<ProfileField> fields = List.of();
    private List<OwnSession> sessions = List.of();
    private boolean isIncomplete;
    private boolean isOver;
    private boolean isGone;

    @Inject
    public ProfileBean(
            PassageCaller caller,
            UserProvisioning provisioning,
            NameDrafts drafts,
            OwnAccount ownAccount,
            PassageUsers passageUsers,
            PassageApp app,
            GoneAccount goneAccount,
            HttpServletRequest request) {
        this.caller = caller;
        this.provisioning = provisioning;
        this.drafts = drafts;
        this.ownAccount = ownAccount;
        this.passageUsers = passageUsers;
        this.app = app;
        this.goneAccount = goneAccount;
        this.request = request;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected ProfileBean() {
        this.caller = null;
        this.provisioning = null;
        this.drafts = null;
        this.ownAccount = null;
        this.passageUsers = null;
        this.app = null;
        this.goneAccount = null;
        this.request = null;
    }

    @PostConstruct
    void load() {
        PassageCallerPrincipal principal = caller.principal().orElseThrow();
        account = askPassage(principal);
        if (isGone) {
            return; // and has no row, or one that must not come back
        }
        User row = provisioning.findOrCreate(principal.passageId(), null).user();
        name = account == null
                ? row.name()
                : drafts.complete(row, account.identifier()).orElse(null);
    }

    private @Nullable PassageUser askPassage(PassageCallerPrincipal principal) {
        try {
            PassageUser own = ownAccount.get(principal.token());
            fields = orNone(() -> ProfileField.of(app.publicInfo()));
            sessions = orNone(() -> ownAccount.sessions(principal.token()));
            return own;
        } catch (PassageApiException e) {
            isOver = e.status() == REFUSED_TOKEN;
            isGone = (isOver || e.isNotFound()) && isGone(principal.passageId());
            LOG.log(
                    isOver ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                    "The profile shows the name only: Passage answered {0}",
                    e.status());
            return null;
        }
    }

    /** A part that Passage does not tell now is missing; the others need not be. */
    private <T> List<T> orNone(Supplier<List<T>> part) {
        try {
            return part.get();
        } catch (PassageApiException e) {
            isIncomplete = true;
            LOG.log(System.Logger.Level.WARNING, "The profile shows a part less: Passage answered {0}", e.status());
            return List.of();
        }
    }

    /** Passage refuses the token of an account that is gone as it does one that is over: only the app's own key tells which. */
    private boolean isGone(String passageId) {
        try {
            passageUsers.get(passageId);
            return false;
        } catch (PassageApiException e) {
            return e.isUserNotFound();
        }
    }

    /** Before the page is rendered. */
    public void open() throws IOException {
        if (isGone) {
            goneAccount.answer(FacesContext.getCurrentInstance());
        }
    }

    /** Whether Passage says that there is no such account, whatever the token says. */
    boolean isGone() {
        return isGone;
    }

    /** The name as it was typed if it could not be stored, else as it is stored; empty when there is none. */
    public String getName() {
        return typed("name", "value", Objects.requireNonNullElse(name, ""));
    }

    /** Whether Passage can be asked now; if not, the page shows what the app knows. */
    public boolean isAccountKnown() {
        return account != null;
    }

    /** Whether something besides the account is missing, because Passage can't say it now. */
    public boolean isIncomplete() {
        return isIncomplete;
    }

    /** Whether Passage has ended the session, so that the page can show and change nothing but what the app knows. */
    public boolean isOver() {
        return isOver;
    }

    /** What Passage knows; ask {@link #isAccountKnown} before. */
    public PassageUser getAccount() {
        return Objects.requireNonNull(account);
    }

    public List<Device> getPasskeys() {
        return account == null ? List.of() : account.devices();
    }

    /** Whether some of the passkeys may be somebody else's, for they were there before the address was verified. */
    public boolean isAnyPasskeyUnconfirmed() {
        return getPasskeys().stream().anyMatch(Device::isUnconfirmed);
    }

    /** Where the caller is signed in, that used last first; empty when Passage does not tell. */
    public List<OwnSession> getSessions() {
        return sessions;
    }

    /** The new address as it was typed if it could not be taken. */
    public String getNewEmail() {
        return typed("email", "value", "");
    }

    /** The fields that the app shows in the profile. */
    public List<ProfileField> getFields() {
        return fields;
    }

    /** The value of a field: as it was typed if it could not be stored. */
    public String valueOf(ProfileField field) {
        return typed("details", field.parameter(), account == null ? "" : field.textOf(account.metadata()));
    }

    /** The key of the text that says why the change in this section did not happen; empty when nothing went wrong there. */
    public String problemIn(String section) {
        ProfileProblem problem = problem();
        return problem != null && problem.section().equals(section) ? problem.key() : "";
    }

    /** The same for a section that is not there, because Passage can't be asked now. */
    public String getProblemInHiddenSection() {
        ProfileProblem problem = problem();
        return problem != null && isHidden(problem.section()) ? problem.key() : "";
    }

    /** What was changed just now in this section, where the browser has scrolled to; empty when nothing was. */
    public String doneIn(String section) {
        return section.equals(SECTIONS_BY_CHANGE.get(done())) ? done() : "";
    }

    /** The same for a section that is not there, because Passage can't be asked now. */
    public String getDoneInHiddenSection() {
        String section = SECTIONS_BY_CHANGE.getOrDefault(done(), "");
        return isOver || isHidden(section) ? done() : "";
    }

    private boolean isHidden(String section) {
        return (account == null && OF_PASSAGE.contains(section)) || ("details".equals(section) && fields.isEmpty());
    }

    private String done() {
        String done = Objects.requireNonNullElse(request.getParameter("done"), "");
        return SECTIONS_BY_CHANGE.containsKey(done) && problem() == null ? done : "";
    }

    private String typed(String section, String parameter, String otherwise) {
        return problemIn(section).isEmpty()
                ? otherwise
                : Objects.requireNonNullElse(request.getParameter(parameter), "");
    }

    private @Nullable ProfileProblem problem() {
        return (ProfileProblem) request.getAttribute(ProfileProblem.ATTRIBUTE);
    }
}
