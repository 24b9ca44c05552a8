package io.github.passage4j.faces.session;

import io.github.passage4j.core.config.PassageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Which site made the browser send a request, as the browser itself says: {@code Sec-Fetch-Site} (Fetch Metadata), else {@code Origin}
 * (RFC 6454 §7). A client that says neither is no browser of our days, and no other site can make it do anything.
 */
@ApplicationScoped
public class RequestSource {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final PassageConfig config;

    @Inject
    public RequestSource(PassageConfig config) {
        this.config = config;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected RequestSource() {
        this.config = null;
    }

    /** Whether our own pages, or the person directly, sent the request. */
    public boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals(config.origin().toString());
    }

    /** Whether the person asked for the address, here or directly, rather than another origin's link, an image or a prefetch. */
    public boolean isDeliberateNavigation(HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Purpose");
        boolean isPrefetch = purpose != null && purpose.startsWith("prefetch");
        String destination = request.getHeader("Sec-Fetch-Dest");
        boolean isPage = destination == null || destination.equals("document");
        return isOwn(request) && isPage && !isPrefetch;
    }
}
