package io.github.passage4j.faces.session;

import io.github.passage4j.core.authentication.BearerChallenge;
import io.github.passage4j.core.authentication.BrowserSession;
import io.github.passage4j.core.authentication.PassageCallerPrincipal;
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
 *                    {"refresh_token": "…"}               and the refresh cookie, if there is such a body
 *   DELETE /session                                  204, both cookies forgotten, the sign-in ended at Passage
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

    private final transient RequestSource source;
    private final transient BrowserSession session;
    private final transient BearerChallenge challenge;

    @Inject
    public SessionServlet(RequestSource source, BrowserSession session, BearerChallenge challenge) {
        this.source = source;
        this.session = session;
        this.challenge = challenge;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!source.isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getHeader("Authorization") != null
                && request.getUserPrincipal() instanceof PassageCallerPrincipal caller) {
            start(request, response, caller);
        } else {
            challenge.anonymous(request, response);
        }
    }

    private void start(HttpServletRequest request, HttpServletResponse response, PassageCallerPrincipal caller)
            throws IOException {
        String token = caller.token().reveal();
        try {
            RefreshGrant.in(request)
                    .ifPresentOrElse(
                            grant -> session.start(response, token, caller.expiry(), grant.token(), grant.life()),
                            () -> session.start(response, token, caller.expiry()));
            noContent(response);
        } catch (IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!source.isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        session.end(request, response);
        noContent(response);
    }

    private static void noContent(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
