package io.github.passage4j.faces.session;

import io.github.passage4j.core.authentication.BearerChallenge;
import io.github.passage4j.core.authentication.PassageCallerPrincipal;
import io.github.passage4j.core.authentication.SessionCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Turns the token that an Element got into a session of the browser, and ends that session.
 *
 * <pre>
 *   POST /session    Authorization: Bearer token     204, Set-Cookie: psg_auth_token; HttpOnly; SameSite=Lax
 *   DELETE /session                                  204, Set-Cookie: psg_auth_token=; Max-Age=0
 * </pre>
 *
 * <p>The cookie holds the very token that the mechanism verified for this request. A request that proves itself by cookie alone gets 401,
 * one from another site 403: the constraint on the
 * address is in {@code web.xml}.
 */
@WebServlet(SessionServlet.PATH)
public class SessionServlet extends HttpServlet {

    public static final String PATH = "/session";

    private static final long serialVersionUID = 1L;

    private static final String BEARER = "Bearer ";

    private final transient RequestSource source;
    private final transient SessionCookie cookie;
    private final transient BearerChallenge challenge;

    @Inject
    public SessionServlet(RequestSource source, SessionCookie cookie, BearerChallenge challenge) {
        this.source = source;
        this.cookie = cookie;
        this.challenge = challenge;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String authorization = request.getHeader("Authorization");
        if (!source.isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (authorization != null && request.getUserPrincipal() instanceof PassageCallerPrincipal caller) {
            cookie.set(response, authorization.substring(BEARER.length()).strip(), caller.expiry());
            noContent(response);
        } else {
            challenge.anonymous(request, response);
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!source.isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        cookie.clear(response);
        noContent(response);
    }

    private static void noContent(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
