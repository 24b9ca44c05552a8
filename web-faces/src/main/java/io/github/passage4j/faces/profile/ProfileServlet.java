package io.github.passage4j.faces.profile;

import io.github.passage4j.core.authentication.BrowserSession;
import io.github.passage4j.core.authentication.PassageCallerPrincipal;
import io.github.passage4j.core.management.OwnAccount;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageApp;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.user.InvalidNameException;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.faces.page.RelativeRedirect;
import io.github.passage4j.faces.security.GoneAccount;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Changes that the forms of the profile ask for.
 *
 * <pre>
 *   POST /profile/name              value                303 /profile?done=name
 *   POST /profile/email             value                303 /profile?done=email
 *   POST /profile/details           field.*              303 /profile?done=details
 *   POST /profile/passkeys/rename   id, value            303 /profile?done=passkey-renamed
 *   POST /profile/passkeys/remove   id                   303 /profile?done=passkey-removed
 *   POST /profile/passkeys/confirm                       303 /profile?done=passkeys-confirmed
 *   POST /profile/sessions/end      id                   303 /profile?done=session-ended
 *   POST /profile/sessions/end-all                       303 /login?signed-out
 *   POST /profile/delete            confirmed            303 /?deleted
 * </pre>
 *
 * <p>What can't be done is answered by the page itself, with the reason beside what was typed. Who calls, and that it is our own page that
 * asks, is checked before ({@code web.xml}).
 */
@WebServlet("/profile/*")
public class ProfileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/profile.xhtml";

    private final transient Users users;
    private final transient UserProvisioning provisioning;
    private final transient OwnAccount account;
    private final transient PassageUsers passageUsers;
    private final transient PassageApp app;
    private final transient BrowserSession session;
    private final transient GoneAccount goneAccount;

    @Inject
    public ProfileServlet(
            Users users,
            UserProvisioning provisioning,
            OwnAccount account,
            PassageUsers passageUsers,
            PassageApp app,
            BrowserSession session,
            GoneAccount goneAccount) {
        this.users = users;
        this.provisioning = provisioning;
        this.account = account;
        this.passageUsers = passageUsers;
        this.app = app;
        this.session = session;
        this.goneAccount = goneAccount;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        PassageCallerPrincipal caller = (PassageCallerPrincipal) request.getUserPrincipal();
        switch (path) {
            case "/name" -> change(request, response, "name", "name", () -> rename(request, caller));
            case "/email" -> change(request, response, "email", "email", () -> changeEmail(request, caller));
            case "/details" -> change(request, response, "details", "details", () -> changeDetails(request, caller));
            case "/passkeys/rename" ->
                change(request, response, "passkeys", "passkey-renamed", () -> renamePasskey(request, caller));
            case "/passkeys/remove" ->
                change(request, response, "passkeys", "passkey-removed", () -> removePasskey(request, caller));
            case "/passkeys/confirm" ->
                change(
                        request,
                        response,
                        "passkeys",
                        "passkeys-confirmed",
                        () -> account.confirmPasskeys(caller.token()));
            case "/sessions/end" ->
                change(request, response, "sessions", "session-ended", () -> endSession(request, caller));
            case "/sessions/end-all" -> endSessions(request, response, caller);
            case "/delete" -> delete(request, response, caller);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void rename(HttpServletRequest request, PassageCallerPrincipal caller) {
        String name = parameter(request, "value");
        if (users.rename(caller.passageId(), name).isEmpty()) {
            checkNotGone(caller);
            provisioning.findOrCreate(caller.passageId(), null);
            users.rename(caller.passageId(), name);
        }
    }

    /** Whoever has no row may be somebody whose account was deleted. While Passage can't say so, they are not. */
    private void checkNotGone(PassageCallerPrincipal caller) {
        try {
            passageUsers.get(caller.passageId());
        } catch (PassageApiException e) {
            if (e.isUserNotFound()) {
                throw e;
            }
        }
    }

    private void changeEmail(HttpServletRequest request, PassageCallerPrincipal caller) {
        String language = request.getLocale().getLanguage();
        account.changeEmail(caller.token(), parameter(request, "value").strip(), language, "/profile");
    }

    private void changeDetails(HttpServletRequest request, PassageCallerPrincipal caller) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        for (ProfileField field : ProfileField.of(app.publicInfo())) {
            values.add(field.name(), field.valueOf(request.getParameter(field.parameter())));
        }
        account.changeMetadata(caller.token(), values.build());
    }

    private void renamePasskey(HttpServletRequest request, PassageCallerPrincipal caller) {
        account.renamePasskey(
                caller.token(),
                parameter(request, "id"),
                parameter(request, "value").strip());
    }

    private void removePasskey(HttpServletRequest request, PassageCallerPrincipal caller) {
        account.removePasskey(caller.token(), parameter(request, "id"));
    }

    private void endSession(HttpServletRequest request, PassageCallerPrincipal caller) {
        account.endSession(caller.token(), parameter(request, "id"));
    }

    private void endSessions(HttpServletRequest request, HttpServletResponse response, PassageCallerPrincipal caller)
            throws ServletException, IOException {
        try {
            passageUsers.revokeRefreshTokens(caller.passageId());
        } catch (PassageApiException e) {
            show(request, response, ProfileProblem.of("sessions", e));
            return;
        }
        session.forget(response);
        redirect(request, response, "/login?signed-out");
    }

    /**
     * Passage first: once the account is gone there, nobody can sign in to it any more, and a second try, or the reconciliation, finds the row
     * that a crash left behind. The other way round a page in another tab would make the row anew.
     */
    private void delete(HttpServletRequest request, HttpServletResponse response, PassageCallerPrincipal caller)
            throws ServletException, IOException {
        if (request.getParameter("confirmed") == null) {
            show(request, response, new ProfileProblem("delete", "profile.delete.unconfirmed", 400));
            return;
        }
        try {
            requireSession(caller);
            passageUsers.delete(caller.passageId());
        } catch (PassageApiException e) {
            if (!e.isUserNotFound()) {
                show(request, response, ProfileProblem.of("delete", e));
                return;
            }
        }
        users.remove(caller.passageId());
        session.forget(response);
        redirect(request, response, "/?deleted");
    }

    /**
     * The app takes an auth token until it expires, Passage no longer than its session goes on: whoever was signed out from elsewhere deletes
     * nothing.
     *
     * @throws PassageApiException 404 when the account is gone, 401 when only the session is over
     */
    private void requireSession(PassageCallerPrincipal caller) {
        try {
            account.get(caller.token());
        } catch (PassageApiException e) {
            passageUsers.get(caller.passageId());
            throw e;
        }
    }

    private void change(
            HttpServletRequest request, HttpServletResponse response, String section, String done, Runnable change)
            throws ServletException, IOException {
        try {
            change.run();
            redirect(request, response, "/profile?done=" + done + "#" + section);
        } catch (InvalidNameException e) {
            show(request, response, ProfileProblem.of(section, e.problem()));
        } catch (PassageApiException e) {
            if (e.isUserNotFound()) {
                goneAccount.answer(request, response);
            } else {
                show(request, response, ProfileProblem.of(section, e));
            }
        } catch (IllegalArgumentException e) {
            show(request, response, new ProfileProblem(section, "profile." + section + ".refused", 400));
        }
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, ProfileProblem problem)
            throws ServletException, IOException {
        request.setAttribute(ProfileProblem.ATTRIBUTE, problem);
        response.setStatus(problem.status());
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String path) {
        RelativeRedirect.send(response, HttpServletResponse.SC_SEE_OTHER, request.getContextPath() + path);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
