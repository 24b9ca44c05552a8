package io.github.passage4j.server.start;

import io.github.passage4j.server.apps.AppOfAddress;
import io.github.passage4j.server.operator.OperatorAppsResource;
import io.github.passage4j.server.transfer.TransferResource;
import io.github.passage4j.server.users.ManagedUserResource;
import io.github.passage4j.server.users.ManagedUsersResource;
import io.github.passage4j.server.wire.Wire;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The API that the command line calls, behind {@link io.github.passage4j.server.operator.OperatorGate}; users as servers see them. */
@ApplicationPath("operator/v1")
public class OperatorApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Wire.with(
                AppOfAddress.class,
                ManagedUserResource.class,
                ManagedUsersResource.class,
                OperatorAppsResource.class,
                TransferResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Wire.PROPERTIES;
    }
}
