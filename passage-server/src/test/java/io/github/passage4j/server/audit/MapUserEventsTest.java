package io.github.passage4j.server.audit;

import java.util.function.Function;

class MapUserEventsTest extends UserEventsContract {

    private final UserEvents events = new MapUserEvents();

    @Override
    <T> T inTransaction(Function<UserEvents, T> action) {
        return action.apply(events);
    }
}
