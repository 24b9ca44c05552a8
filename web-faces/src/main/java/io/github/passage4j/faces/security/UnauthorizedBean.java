package io.github.passage4j.faces.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;

/** Gives the page {@code /unauthorized} its status. */
@Named("unauthorized")
@ApplicationScoped
public class UnauthorizedBean {

    private static final String CHALLENGE = "Bearer realm=\"passage\"";

    /** Before the page is rendered. */
    public void answer() {
        answer((HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse());
    }

    /** What the page says. */
    public ErrorPage getPage() {
        return ErrorPage.UNAUTHORIZED;
    }

    static void answer(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", CHALLENGE);
    }
}
