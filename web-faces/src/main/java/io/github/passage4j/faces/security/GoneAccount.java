package io.github.passage4j.faces.security;

import io.github.passage4j.core.authentication.BrowserSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers somebody whose token is still good, but whose account Passage does not know any more: the session ends, and the page says why. Nothing
 * must make a row for such a caller.
 */
@ApplicationScoped
public class GoneAccount {

    private final BrowserSession session;

    @Inject
    public GoneAccount(BrowserSession session) {
        this.session = session;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected GoneAccount() {
        this.session = null;
    }

    /** In the place of a page that is about to be rendered. */
    public void answer(FacesContext faces) throws IOException {
        ExternalContext external = faces.getExternalContext();
        answer((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse());
        faces.responseComplete();
    }

    /** 401, with the page that says that the account is gone. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        session.forget(response);
        ErrorPage.ACCOUNT_GONE.send(request, response);
    }
}
