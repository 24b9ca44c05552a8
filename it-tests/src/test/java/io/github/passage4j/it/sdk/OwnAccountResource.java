package io.github.passage4j.it.sdk;

import io.github.passage4j.core.config.Secret;
import io.github.passage4j.core.management.OwnAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Each call is one call of the injected client for a caller's own account; its failure becomes {@code failed STATUS}. */
@Path("/own")
@ApplicationScoped
public class OwnAccountResource {

    private static final Secret TOKEN = new Secret("token");

    @Inject
    OwnAccount account;

    @GET
    public String email() {
        return ManagementResource.told(() -> account.get(TOKEN).email());
    }

    @GET
    @Path("/sessions")
    public String sessions() {
        return ManagementResource.told(() -> account.sessions(TOKEN).size());
    }

    @POST
    public String remove() {
        return ManagementResource.told(() -> {
            account.removePasskey(TOKEN, "device");
            return "removed";
        });
    }
}
