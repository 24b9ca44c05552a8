package io.github.passage4j.rest;

import io.github.passage4j.core.authentication.PassageRoles;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The JAX-RS application of the whole archive. */
@ApplicationPath("/")
@DeclareRoles({PassageRoles.USER, PassageRoles.ADMIN})
public class RestApplication extends Application {

    /** No generated WADL: it would describe the API to anyone, and less well than its own documents do. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
