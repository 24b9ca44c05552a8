package io.github.passage4j.it.sdk;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.authentication.PassageRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Three resources, one for each audience. */
@Path("/greeting")
@ApplicationScoped
public class GreetingResource {

    @Inject
    PassageCaller caller;

    @GET
    @RolesAllowed(PassageRoles.USER)
    public String greet() {
        return "Hello " + caller.passageId();
    }

    @GET
    @Path("admin")
    @RolesAllowed(PassageRoles.ADMIN)
    public String greetAdministrator() {
        return "Hello administrator";
    }

    @GET
    @Path("open")
    public String greetAnybody(@Context SecurityContext security) {
        return caller.principal().map(known -> "Hello " + known.passageId()).orElse("Hello stranger") + " "
                + security.isUserInRole(PassageRoles.USER);
    }
}
