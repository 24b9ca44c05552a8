package io.github.passage4j.faces.register;

import io.github.passage4j.core.user.NameDrafts;
import io.github.passage4j.faces.page.JsonBody;
import io.github.passage4j.faces.session.RequestSource;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Keeps the name that was typed on the register page, until the registration comes to its end, wherever that is.
 *
 * <pre>
 *   POST /register/name   {"identifier": "ada@shop.example", "name": "Ada"}   204
 *                         a name that breaks a rule, or no identifier           400
 *                         another site                                          403
 *                         too many, from whomever                               429
 * </pre>
 */
@WebServlet("/register/name")
public class NameDraftServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MAX_BYTES = 4096;
    private static final int MAX_IDENTIFIER = 320;

    private final transient RequestSource source;
    private final transient NameDrafts drafts;
    private final transient DraftLimit limit;

    @Inject
    public NameDraftServlet(RequestSource source, NameDrafts drafts, DraftLimit limit) {
        this.source = source;
        this.drafts = drafts;
        this.limit = limit;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!source.isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            JsonObject draft = JsonBody.of(request, MAX_BYTES);
            String identifier = text(draft, "identifier");
            if (identifier.isBlank() || identifier.length() > MAX_IDENTIFIER) {
                throw new IllegalArgumentException("identifier must be an e-mail address or phone number");
            }
            Duration wait = limit.spend();
            if (wait.isZero()) {
                drafts.keep(identifier, text(draft, "name"));
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
                response.setStatus(DraftLimit.TOO_MANY_REQUESTS);
            }
        } catch (IllegalArgumentException e) { // a bad name is one, too
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static String text(JsonObject body, String name) {
        if (body.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw new IllegalArgumentException(name + " must be a text");
    }
}
