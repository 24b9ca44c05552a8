package io.github.passage4j.server.audit;

import io.github.passage4j.server.testing.TestDatabase;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

class JpaUserEventsTest extends UserEventsContract {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Override
    <T> T inTransaction(Function<UserEvents, T> action) {
        return database.inTransaction(entities -> action.apply(new JpaUserEvents(entities)));
    }
}
