package io.github.passage4j.faces.profile;

import io.github.passage4j.core.authentication.PassageCallerPrincipal;
import io.github.passage4j.core.management.OwnAccount;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.faces.page.JsonBody;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The ceremony of a further passkey, between the page's script, which never sees a token, and Passage.
 *
 * <pre>
 *   POST /profile/passkeys/start     {}                                              200 what Passage answers
 *   POST /profile/passkeys/finish    {"handshake_id", "user_id", "handshake_response"}  204
 * </pre>
 *
 * <p>A refusal has Passage's status and no body; 503 says that Passage gives no answer.
 */
@WebServlet({PasskeyServlet.START, PasskeyServlet.FINISH})
public class PasskeyServlet extends HttpServlet {

    static final String START = "/profile/passkeys/start";
    static final String FINISH = "/profile/passkeys/finish";

    private static final long serialVersionUID = 1L;
    private static final int MAX_BYTES = 64 * 1024;

    private final transient OwnAccount account;

    @Inject
    public PasskeyServlet(OwnAccount account) {
        this.account = account;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PassageCallerPrincipal caller = (PassageCallerPrincipal) request.getUserPrincipal();
        response.setHeader("Cache-Control", "no-store");
        try {
            if (START.equals(request.getServletPath())) {
                write(response, account.startPasskey(caller.token()));
            } else {
                account.finishPasskey(caller.token(), JsonBody.of(request, MAX_BYTES));
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
        } catch (PassageApiException e) {
            boolean isRefusal = e.status() >= 400 && e.status() < 500;
            response.setStatus(isRefusal ? e.status() : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void write(HttpServletResponse response, JsonObject answer) throws IOException {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
