package io.github.passage4j.faces.session;

import io.github.passage4j.core.authentication.BrowserSession;
import io.github.passage4j.faces.page.RelativeRedirect;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Ends the session and goes on to the login page. Whatever another origin links
 * or embeds only gets a page that asks: no other page can sign a person out.
 */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

    static final String CONFIRMATION = "/WEB-INF/pages/logout.xhtml";
    static final String AFTERWARDS = "/login?signed-out";

    private static final long serialVersionUID = 1L;

    private final transient RequestSource source;
    private final transient BrowserSession session;

    @Inject
    public LogoutServlet(RequestSource source, BrowserSession session) {
        this.source = source;
        this.session = session;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (source.isDeliberateNavigation(request)) {
            session.end(request, response);
        }
        answerNavigation(request, response);
    }

    /** As GET would be answered, but the session goes on: HEAD is safe (RFC 9110 §9.2.1). */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answerNavigation(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (source.isOwn(request)) {
            session.end(request, response);
            goToLogin(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void answerNavigation(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (source.isDeliberateNavigation(request)) {
            goToLogin(request, response);
        } else {
            request.getRequestDispatcher(CONFIRMATION).forward(request, response);
        }
    }

    private static void goToLogin(HttpServletRequest request, HttpServletResponse response) {
        RelativeRedirect.send(response, HttpServletResponse.SC_SEE_OTHER, request.getContextPath() + AFTERWARDS);
    }
}
