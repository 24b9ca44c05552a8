package io.github.passage4j.it.pages;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Something in the pages' archive that fails as it is told: {@code ?with=} a status, {@code exception} or {@code expired}. */
@WebServlet("/fails")
public class FailingServlet extends HttpServlet {

    /** Nobody outside must ever see this. */
    static final String INTERNALS = "the password of the database is secret";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String how = request.getParameter("with");
        switch (how) {
            case "exception" -> throw new IllegalStateException(INTERNALS);
            case "expired" -> throw new ServletException(new ViewExpiredException(INTERNALS, "/dashboard"));
            default -> response.sendError(Integer.parseInt(how), INTERNALS);
        }
    }
}
