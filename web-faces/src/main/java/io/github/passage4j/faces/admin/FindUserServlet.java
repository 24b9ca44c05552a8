package io.github.passage4j.faces.admin;

import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.faces.page.RelativeRedirect;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Leads to the page of the user with an e-mail address or phone number, which Passage knows and our rows don't. A form and no link: addresses
 * stay out of logs and histories.
 */
@WebServlet(FindUserServlet.PATH)
public class FindUserServlet extends HttpServlet {

    static final String PATH = "/admin/find";

    private static final System.Logger LOG = System.getLogger(FindUserServlet.class.getName());
    private static final long serialVersionUID = 1L;

    private final transient PassageUsers users;

    @Inject
    public FindUserServlet(PassageUsers users) {
        this.users = users;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String identifier = Objects.requireNonNullElse(request.getParameter("identifier"), "")
                .strip();
        RelativeRedirect.send(
                response, HttpServletResponse.SC_SEE_OTHER, request.getContextPath() + "/admin/" + target(identifier));
    }

    private String target(String identifier) {
        if (identifier.isEmpty()) {
            return "users?found=" + Found.NOBODY.key();
        }
        try {
            return "user?id="
                    + URLEncoder.encode(users.getByIdentifier(identifier).id(), StandardCharsets.UTF_8);
        } catch (PassageApiException e) {
            if (e.isUserNotFound()) {
                return "users?found=" + Found.NOBODY.key();
            }
            LOG.log(System.Logger.Level.WARNING, "A user could not be looked for, Passage answered {0}", e.status());
            return "users?found=" + Found.SILENCE.key();
        }
    }

    /** What a search came back with when it was no user. */
    enum Found {
        /** Passage knows no such user. */
        NOBODY,
        /** Passage can't be asked. */
        SILENCE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
