package io.github.passage4j.faces.page;

import io.github.passage4j.core.authentication.PassageCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;

/** Who looks at the page, as far as navigation depends on it. */
@Named("caller")
@RequestScoped
public class CallerBean {

    private final PassageCaller caller;

    @Inject
    public CallerBean(PassageCaller caller) {
        this.caller = caller;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected CallerBean() {
        this.caller = null;
    }

    public boolean isSignedIn() {
        return caller.principal().isPresent();
    }

    /** Whether the administrators' pages are open to them. */
    public boolean isAdministrator() {
        return caller.isAdministrator();
    }

    /** Sends whoever is signed in from the landing page to the dashboard. */
    public void skipLanding() {
        if (!isSignedIn()) {
            return;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        RelativeRedirect.send(
                response,
                HttpServletResponse.SC_FOUND,
                faces.getExternalContext().getRequestContextPath() + "/dashboard");
        faces.responseComplete();
    }
}
