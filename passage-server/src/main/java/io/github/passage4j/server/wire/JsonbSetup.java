package io.github.passage4j.server.wire;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** JSON as Passage writes it: snake case; instants in UTC with microseconds; nulls only where a record asks for them. */
@Provider
public class JsonbSetup implements ContextResolver<Jsonb> {

    private final Jsonb jsonb = create();

    /** Makes a converter with these rules. */
    public static Jsonb create() {
        return JsonbBuilder.create(new JsonbConfig()
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                .withAdapters(new WireInstant()));
    }

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }
}
