package io.github.passage4j.faces.admin;

import io.github.passage4j.core.administration.AdminAction;
import io.github.passage4j.core.administration.ChangeRequest;
import io.github.passage4j.core.administration.OwnDeactivationException;
import io.github.passage4j.core.administration.UserAdministration;
import io.github.passage4j.core.authentication.PassageCallerPrincipal;
import io.github.passage4j.faces.page.RelativeRedirect;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the change that an administrator confirmed.
 *
 * <pre>
 *   POST /admin/changes   request, action, id, passkey     303 /admin/user?id=…&amp;change=…
 * </pre>
 *
 * <p>What became of it is said by the user's page, from the record. The same form again leads there, too, and changes nothing.
 */
@WebServlet(AdminChangeServlet.PATH)
public class AdminChangeServlet extends HttpServlet {

    static final String PATH = "/admin/changes";
    private static final long serialVersionUID = 1L;

    private final transient UserAdministration administration;

    @Inject
    public AdminChangeServlet(UserAdministration administration) {
        this.administration = administration;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ChangeRequest change = change(request);
            administration.perform(change);
            String user = URLEncoder.encode(change.passageId(), StandardCharsets.UTF_8);
            RelativeRedirect.send(
                    response,
                    HttpServletResponse.SC_SEE_OTHER,
                    request.getContextPath() + "/admin/user?id=" + user + "&change=" + change.id());
        } catch (OwnDeactivationException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static ChangeRequest change(HttpServletRequest request) {
        AdminAction action = AdminAction.ofKey(parameter(request, "action"))
                .orElseThrow(() -> new IllegalArgumentException("action is none"));
        return new ChangeRequest(
                UUID.fromString(parameter(request, "request")),
                ((PassageCallerPrincipal) request.getUserPrincipal()).passageId(),
                action,
                parameter(request, "id"),
                Optional.ofNullable(request.getParameter("passkey"))
                        .filter(passkey -> !passkey.isEmpty())
                        .orElse(null));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
