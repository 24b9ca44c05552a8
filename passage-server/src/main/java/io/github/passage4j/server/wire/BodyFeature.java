package io.github.passage4j.server.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/** Refuses requests without a body where a method takes one: the method would get null. */
@Provider
public class BodyFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        // The entity is the parameter that no annotation explains (Jakarta RESTful Web Services 3.1 §3.3.2.1)
        boolean takesBody = Arrays.stream(resource.getResourceMethod().getParameters())
                .anyMatch(parameter -> parameter.getAnnotations().length == 0);
        if (takesBody) {
            context.register(new BodyFilter());
        }
    }

    @Priority(Priorities.ENTITY_CODER)
    private static final class BodyFilter implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (!request.hasEntity()) {
                throw PassageException.invalid("body", "is required");
            }
        }
    }
}
