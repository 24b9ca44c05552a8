package io.github.passage4j.faces.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Where signing in or up leads. */
@Named("login")
@RequestScoped
public class LoginBean {

    /** What Passage adds to the login address in its messages. */
    private static final Set<String> LINKS = Set.of("psg_magic_link", "psg_verify_link");

    private final HttpServletRequest request;

    @Inject
    public LoginBean(HttpServletRequest request) {
        this.request = request;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected LoginBean() {
        this.request = null;
    }

    /** The page first asked for; empty when the app's own choice is as good. */
    public String getReturnTo() {
        return ReturnAddress.in(request).orElse("");
    }

    /** Whether a link from a message led here: the element opens it, also for whoever is signed in. */
    public boolean isLinkOpened() {
        return LINKS.stream().anyMatch(link -> request.getParameter(link) != null);
    }

    /** What a link between login and register page carries on; empty when there is nothing. */
    public String getQuery() {
        return ReturnAddress.in(request)
                .map(address ->
                        "?" + ReturnAddress.PARAMETER + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .orElse("");
    }
}
