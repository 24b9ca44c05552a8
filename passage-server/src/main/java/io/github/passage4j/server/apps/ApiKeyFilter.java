package io.github.passage4j.server.apps;

import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.limits.RateLimits;
import io.github.passage4j.server.wire.Bearer;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Lets a call of the Management API pass when it carries a key of the app in its address. */
@Provider
@ApiKeyRequired
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class ApiKeyFilter implements ContainerRequestFilter {

    private Apps apps;
    private RateLimits limits;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKeyFilter() {}

    /** Makes the filter. */
    @Inject
    public ApiKeyFilter(Apps apps, RateLimits limits) {
        this.apps = apps;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String appId = request.getUriInfo().getPathParameters().getFirst("app");
        if (apps.find(appId).isEmpty()) {
            throw new PassageException(ErrorCode.APP_NOT_FOUND, "There is no such app.");
        }
        boolean isOpen = Bearer.token(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(key -> apps.opens(appId, key))
                .isPresent();
        if (!isOpen) {
            limits.spendByAddress(RateLimit.BAD_KEY);
            throw new PassageException(
                    ErrorCode.INVALID_ACCESS_TOKEN, "Authorization must be Bearer and an API key of the app.");
        }
    }
}
