package io.github.passage4j.faces.admin;

import io.github.passage4j.faces.page.RelativeRedirect;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /admin}: leads to the table of users, also who signs in again because a form found them signed out. */
@WebServlet("/admin")
public class AdminServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        RelativeRedirect.send(response, HttpServletResponse.SC_FOUND, request.getContextPath() + "/admin/users");
    }
}
