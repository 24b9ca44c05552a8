package io.github.passage4j.server.users;

import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class JpaUsersTest extends UsersContract {

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void addApps() {
        EntityManager entities = database.begin();
        entities.persist(Samples.app(APP));
        entities.persist(Samples.app(OTHER_APP));
        entities.getTransaction().commit();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Override
    <T> T inTransaction(Function<Users, T> action) {
        EntityManager entities = database.begin();
        try {
            T result = action.apply(new JpaUsers(entities));
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }
}
