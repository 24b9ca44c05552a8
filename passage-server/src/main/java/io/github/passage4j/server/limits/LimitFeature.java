package io.github.passage4j.server.limits;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Puts a filter before each method that is {@link Limited}, so that a refusal costs neither a body nor a look into the database. */
@Provider
@ApplicationScoped
public class LimitFeature implements DynamicFeature {

    private RateLimits limits;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected LimitFeature() {}

    /** Makes the feature. */
    @Inject
    public LimitFeature(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Limited limited = resource.getResourceMethod().getAnnotation(Limited.class);
        if (limited != null) {
            context.register(new AddressFilter(limits, limited.value()));
        }
    }

    @Priority(Priorities.AUTHENTICATION)
    private record AddressFilter(RateLimits limits, RateLimit limit) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            limits.spendByAddress(limit);
        }
    }
}
