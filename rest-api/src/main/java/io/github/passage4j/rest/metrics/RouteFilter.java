package io.github.passage4j.rest.metrics;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** Notes which route a request matched, before anything can refuse it: the template, never the address, of which there is no end. */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class RouteFilter implements ContainerRequestFilter {

    /** Name of the request attribute. */
    static final String ROUTE = "io.github.passage4j.rest.route";

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method != null) {
            request.setProperty(ROUTE, routeOf(method));
        }
    }

    private static String routeOf(Method method) {
        return join(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class));
    }

    private static String join(Path ofClass, Path ofMethod) {
        String base = ofClass == null || "/".equals(ofClass.value()) ? "" : ofClass.value();
        return ofMethod == null ? base : base + "/" + ofMethod.value().replaceAll(":[^/]*}$", "}");
    }
}
