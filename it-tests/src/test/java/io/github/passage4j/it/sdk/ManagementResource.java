package io.github.passage4j.it.sdk;

import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.function.Supplier;

/** Each call is one call of the injected client; its failure becomes {@code failed STATUS}. */
@Path("/users/{id}")
@ApplicationScoped
public class ManagementResource {

    @Inject
    PassageUsers users;

    @GET
    public String email(@PathParam("id") String id) {
        return told(() -> users.get(id).email());
    }

    @POST
    public String activate(@PathParam("id") String id) {
        return told(() -> users.activate(id).status());
    }

    static String told(Supplier<Object> call) {
        try {
            return call.get().toString();
        } catch (PassageApiException e) {
            return "failed " + e.status();
        }
    }
}
