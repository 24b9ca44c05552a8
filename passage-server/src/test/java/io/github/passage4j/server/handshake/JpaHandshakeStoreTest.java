package io.github.passage4j.server.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.handshake.Handshake.Purpose;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.TestDatabase;
import io.github.passage4j.server.webauthn.Challenge;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaHandshakeStoreTest {

    private static final String ID = "h8TnB3vGy6UjM1kIo4LpQ9aZ";

    private final TestDatabase database = TestDatabase.create();
    private final Handshake handshake =
            new Handshake(ID, Samples.APP_ID, Purpose.LOGIN, null, Challenge.random(new SecureRandom()), Samples.NOW);

    @BeforeEach
    void addHandshake() {
        EntityManager entities = database.begin();
        entities.persist(Samples.app());
        new JpaHandshakeStore(entities).add(handshake);
        entities.getTransaction().commit();
        entities.close();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private <T> T inTransaction(Function<HandshakeStore, T> action) {
        EntityManager entities = database.begin();
        T result = action.apply(new JpaHandshakeStore(entities));
        entities.getTransaction().commit();
        entities.close();
        return result;
    }

    private boolean isTaken(String appId, Purpose purpose) {
        return inTransaction(store -> store.take(ID, appId, purpose).isPresent());
    }

    @Test
    void handsOutWhatItKeeps() {
        Handshake taken = inTransaction(
                store -> store.take(ID, Samples.APP_ID, Purpose.LOGIN).orElseThrow());

        assertThat(taken).usingRecursiveComparison().isEqualTo(handshake);
    }

    @Test
    void handsOutOnce() {
        assertThat(isTaken(Samples.APP_ID, Purpose.LOGIN)).isTrue();
        assertThat(isTaken(Samples.APP_ID, Purpose.LOGIN)).isFalse();
    }

    @Test
    void handsOutToOneOfManyAtOnce() {
        long winners = IntStream.range(0, 20)
                .parallel()
                .filter(i -> isTaken(Samples.APP_ID, Purpose.LOGIN))
                .count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void leavesWhatIsOfAnotherAppOrPurpose() {
        assertThat(isTaken("aaaaaaaaaaaaaaaaaaaaaaaa", Purpose.LOGIN)).isFalse();
        assertThat(isTaken(Samples.APP_ID, Purpose.REGISTER)).isFalse();
        assertThat(isTaken(Samples.APP_ID, Purpose.LOGIN)).isTrue();
    }

    @Test
    void dropsWhatExpired() {
        inTransaction(store -> {
            store.purge(Samples.NOW.plus(Duration.ofMinutes(29)));
            store.purge(Samples.NOW.plus(Duration.ofMinutes(30)));
            return store;
        });

        assertThat(isTaken(Samples.APP_ID, Purpose.LOGIN)).isFalse();
    }

    @Test
    void keepsWhatMayStillBeUsed() {
        inTransaction(store -> {
            store.purge(Samples.NOW.plus(Duration.ofMinutes(30)).minusNanos(1_000));
            return store;
        });

        assertThat(isTaken(Samples.APP_ID, Purpose.LOGIN)).isTrue();
    }
}
