package io.github.passage4j.server.wire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What both APIs have in common. */
public final class Wire {

    /** Switches off the description that Jersey would publish by itself. */
    public static final Map<String, Object> PROPERTIES = Map.of("jersey.config.server.wadl.disableWadl", true);

    private Wire() {}

    /** The classes of an API, with those that read bodies, write JSON and map errors. */
    public static Set<Class<?>> with(Class<?>... own) {
        Set<Class<?>> classes = new LinkedHashSet<>(List.of(own));
        classes.addAll(List.of(
                BodyFeature.class,
                JsonBodyReader.class,
                JsonbSetup.class,
                TransactionalErrorMapper.class,
                WireErrorMapper.class));
        return classes;
    }
}
