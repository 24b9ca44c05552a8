package io.github.passage4j.server.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.KeyConfig;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.testing.DirectEvent;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers that look after the keys of one database. */
class JpaSigningKeyStoreTest {

    private static final int SERVERS = 4;

    private final TestDatabase database = TestDatabase.create();
    private final MutableClock clock = new MutableClock();
    private final SecureRandom random = new SecureRandom();
    private final App app = Samples.app();
    private final ServerKey serverKey;

    JpaSigningKeyStoreTest(@TempDir Path directory) {
        serverKey = ServerKey.open(Samples.config(directory), random);
    }

    @BeforeEach
    void makeFirstKey() {
        database.inTransaction(entities -> {
            entities.persist(app);
            entities.flush();
            keys(entities).ensure(app.id());
            return app;
        });
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private SigningKeys keys(EntityManager entities) {
        return new SigningKeys(new JpaSigningKeyStore(entities), serverKey, clock, random);
    }

    private KeyRotation rotation(EntityManager entities) {
        KeyConfig config = new KeyConfig(Duration.ofDays(90), Optional.empty());
        SigningKeys keys = keys(entities);
        return new KeyRotation(new JpaSigningKeyStore(entities), keys, config, new DirectEvent<>(keys::forget), clock);
    }

    private void onOneServer(Consumer<KeyRotation> action) {
        database.inTransaction(entities -> {
            action.accept(rotation(entities));
            return app;
        });
    }

    private void onAllServersAtOnce(Consumer<KeyRotation> action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(SERVERS);
        Callable<App> server = () -> {
            start.await();
            onOneServer(action);
            return app;
        };
        ExecutorService servers = Executors.newFixedThreadPool(SERVERS);
        try {
            for (Future<App> done : servers.invokeAll(Collections.nCopies(SERVERS, server))) {
                done.get();
            }
        } finally {
            servers.shutdownNow();
        }
    }

    private List<SigningKey.State> states() {
        return stored().stream().map(SigningKey::state).toList();
    }

    private List<SigningKey> stored() {
        return database.inTransaction(entities -> new JpaSigningKeyStore(entities).of(app.id()));
    }

    @Test
    void publishesOneNextKeyWhenSeveralServersFindTheOldOneDue() throws Exception {
        clock.advance(Duration.ofDays(90));

        onAllServersAtOnce(rotation -> rotation.advance(app));

        assertThat(states()).containsExactlyInAnyOrder(SigningKey.State.CURRENT, SigningKey.State.NEXT);
    }

    @Test
    void letsOneKeySignWhenSeveralServersFindTheNextOneReady() throws Exception {
        onOneServer(rotation -> rotation.begin(app));
        clock.advance(Duration.ofHours(24));

        onAllServersAtOnce(rotation -> rotation.advance(app));

        assertThat(states()).containsExactlyInAnyOrder(SigningKey.State.CURRENT, SigningKey.State.RETIRED);
    }

    @Test
    void leavesOneKeyWhenSeveralServersReplaceAllAtOnce() throws Exception {
        String compromised = stored().get(0).id();

        onAllServersAtOnce(rotation -> rotation.replaceNow(app));

        assertThat(stored()).hasSize(1).allSatisfy(key -> {
            assertThat(key.state()).isEqualTo(SigningKey.State.CURRENT);
            assertThat(key.id()).isNotEqualTo(compromised);
        });
    }

    @Test
    void leavesTheRingAsItWasWhenAServerDiesInMidRotation() {
        onOneServer(rotation -> rotation.begin(app));
        clock.advance(Duration.ofHours(24));

        assertThatIllegalStateException()
                .isThrownBy(() -> database.inTransaction(entities -> {
                    rotation(entities).advance(app);
                    entities.flush();
                    throw new IllegalStateException("killed before the commit");
                }));

        assertThat(states()).containsExactlyInAnyOrder(SigningKey.State.CURRENT, SigningKey.State.NEXT);
        onOneServer(rotation -> rotation.advance(app));
        assertThat(states()).containsExactlyInAnyOrder(SigningKey.State.CURRENT, SigningKey.State.RETIRED);
    }

    @Test
    void showsAnotherServerWhichKeySignsNow() {
        EntityManager other = database.begin();
        SigningKeys ofOther = keys(other);
        String first = ofOther.ring(app.id()).currentId();
        other.getTransaction().commit();
        other.clear();
        onOneServer(rotation -> rotation.begin(app));
        clock.advance(Duration.ofHours(24));
        onOneServer(rotation -> rotation.advance(app));

        assertThat(ofOther.ring(app.id()).currentId()).isNotEqualTo(first);
        assertThat(ofOther.ring(app.id()).trusted(first)).isPresent();
        other.close();
    }
}
