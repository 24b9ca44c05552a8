package io.github.passage4j.faces.page;

import io.github.passage4j.core.authentication.PassageCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, as far as navigation depends on it. */
@Named("caller")
@RequestScoped
public class CallerBean {

    private static final String SEEN = "callerSeen";
    private static final String ADMINISTRATOR = "administrator";

    private final PassageCaller caller;
    private final HttpServletRequest request;

    @Inject
    public CallerBean(PassageCaller caller, HttpServletRequest request) {
        this.caller = caller;
        this.request = request;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected CallerBean() {
        this.caller = null;
        this.request = null;
    }

    /** For the error page, which a request may end with: by then the container has forgotten who sent it. */
    void remember() {
        if (caller.principal().isPresent()) {
            request.setAttribute(SEEN, caller.isAdministrator() ? ADMINISTRATOR : "");
        }
    }

    public boolean isSignedIn() {
        return caller.principal().isPresent() || seen() != null;
    }

    /** Whether the administrators' pages are open to them. */
    public boolean isAdministrator() {
        return caller.isAdministrator() || ADMINISTRATOR.equals(seen());
    }

    /** A 401 says that whoever was seen is nobody any more. */
    private @Nullable Object seen() {
        boolean isOver = Objects.equals(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), HttpServletResponse.SC_UNAUTHORIZED);
        return isOver ? null : request.getAttribute(SEEN);
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
