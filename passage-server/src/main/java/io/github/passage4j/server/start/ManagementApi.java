package io.github.passage4j.server.start;

import io.github.passage4j.server.apps.ApiKeyFilter;
import io.github.passage4j.server.apps.AppOfAddress;
import io.github.passage4j.server.apps.ManagedAppResource;
import io.github.passage4j.server.magiclink.ManagedMagicLinkResource;
import io.github.passage4j.server.users.ManagedUserResource;
import io.github.passage4j.server.users.ManagedUsersResource;
import io.github.passage4j.server.wire.Wire;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The API that servers call. */
@ApplicationPath("api/v1")
public class ManagementApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Wire.with(
                ApiKeyFilter.class,
                AppOfAddress.class,
                ManagedAppResource.class,
                ManagedMagicLinkResource.class,
                ManagedUserResource.class,
                ManagedUsersResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Wire.PROPERTIES;
    }
}
