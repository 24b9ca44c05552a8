package io.github.passage4j.faces.security;

import io.github.passage4j.core.authentication.AuthenticationChallenge;
import io.github.passage4j.core.authentication.BearerChallenge;
import io.github.passage4j.core.authentication.BrowserSession;
import io.github.passage4j.faces.page.RelativeRedirect;
import io.github.passage4j.faces.page.ReturnAddress;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Answers a person with a page, the Faces script with a redirect that it understands, and a program as an API does.
 *
 * <pre>
 *                   browser               Faces script               program
 *   no token        302 /login            redirect /login            401 problem
 *   token refused   401 "unauthorized"    redirect /unauthorized     401 problem
 *   keys missing    503 "try again"       503 problem                503 problem
 * </pre>
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class PageChallenge implements AuthenticationChallenge {

    private final BearerChallenge api;
    private final BrowserSession session;

    @Inject
    public PageChallenge(BearerChallenge api, BrowserSession session) {
        this.api = api;
        this.session = session;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected PageChallenge() {
        this.api = null;
        this.session = null;
    }

    @Override
    public void anonymous(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Client.of(request)) {
            case BROWSER ->
                RelativeRedirect.send(response, HttpServletResponse.SC_FOUND, ReturnAddress.loginFrom(request));
            case FACES_AJAX -> redirectFaces(response, request.getContextPath() + "/login");
            case API -> api.anonymous(request, response);
        }
    }

    /** Also clears the cookies: they are of no use any more, and would be refused again. */
    @Override
    public void refused(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        switch (Client.of(request)) {
            case BROWSER -> {
                session.forget(response);
                UnauthorizedBean.answer(response);
                request.setAttribute(ErrorPage.LOGIN, ReturnAddress.loginFrom(request));
                ErrorPage.UNAUTHORIZED.render(request, response);
            }
            case FACES_AJAX -> {
                session.forget(response);
                redirectFaces(response, request.getContextPath() + "/unauthorized");
            }
            case API -> api.refused(request, response);
        }
    }

    @Override
    public void unavailable(HttpServletRequest request, HttpServletResponse response, Duration retryAfter)
            throws IOException, ServletException {
        if (Client.of(request) != Client.BROWSER) {
            api.unavailable(request, response, retryAfter);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        ErrorPage.UNAVAILABLE.render(request, response);
    }

    /** A partial response (Faces 4.0 §13.4.4): the script ignores the status and location of a plain redirect. */
    private static void redirectFaces(HttpServletResponse response, String path) throws IOException {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + path
                        + "\"/></partial-response>")
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
