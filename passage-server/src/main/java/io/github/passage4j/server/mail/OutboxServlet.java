package io.github.passage4j.server.mail;

import io.github.passage4j.server.client.LoopbackClients;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.wire.JsonbSetup;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Shows the development outbox, as a page and as JSON, to this machine only. With an SMTP host there is nothing here. */
@WebServlet({"/outbox", "/outbox.json"})
public class OutboxServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Mailer mailer;
    private final transient ServerConfig config;

    /** Makes the servlet. */
    @Inject
    public OutboxServlet(Mailer mailer, ServerConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isAllowed = LoopbackClients.allow(request, config.origin().host());
        if (!isAllowed || !(mailer instanceof Outbox outbox)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean isJson = request.getServletPath().endsWith(".json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setContentType(isJson ? "application/json" : "text/html; charset=UTF-8");
        String body = isJson ? JsonbSetup.create().toJson(outbox.entries()) : OutboxPage.of(outbox.entries());
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
