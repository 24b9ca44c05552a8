package io.github.passage4j.core.token;

import static io.github.passage4j.core.token.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import io.github.passage4j.core.MovableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final VerifiedToken ADA = new VerifiedToken("ada", NOW.plusSeconds(600));

    private final MovableClock clock = new MovableClock(NOW);
    private final CountingKeys keys = new CountingKeys(TestKeys.FIRST);
    private final VerifiedTokens tokens = new VerifiedTokens(keys, clock, 10);

    @Test
    void remembersUntilTheExpiryWithoutLeeway() throws JOSEException {
        add("token");

        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(tokens.find("token")).containsSame(ADA);

        clock.advance(Duration.ofNanos(1));
        assertThat(tokens.find("token")).isEmpty();
    }

    @Test
    void forgetsWhenTheKeyIsWithdrawn() throws JOSEException {
        add("token");

        keys.withdraw(TestKeys.FIRST);

        assertThat(tokens.find("token")).isEmpty();
    }

    @Test
    void forgetsWhenAnotherKeyTakesTheSameId() throws JOSEException {
        add("token");

        keys.publish(new com.nimbusds.jose.jwk.RSAKey.Builder(TestKeys.SECOND)
                .keyID("key-1")
                .build());

        assertThat(tokens.find("token")).isEmpty();
    }

    @Test
    void doesNotCountWhatCannotBeJudgedAnyMore() throws JOSEException {
        VerifiedTokens offline = new VerifiedTokens(
                keyId -> {
                    throw new KeysUnavailableException(Duration.ofSeconds(1), null);
                },
                clock);
        offline.add("token", ADA, "key-1", TestKeys.FIRST.toRSAPublicKey());

        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> offline.find("token"));
    }

    @Test
    void staysWithinItsBoundHoweverManyTokensCome() throws JOSEException {
        for (int i = 0; i < 1000; i++) {
            add("token " + i);
        }

        assertThat(tokens.size()).isLessThanOrEqualTo(10);
        assertThat(tokens.find("token 999")).isPresent();
        assertThat(tokens.find("token 0")).isEmpty();
    }

    @Test
    void keepsWhatIsUsed() throws JOSEException {
        add("busy");
        for (int i = 0; i < 100; i++) {
            add("token " + i);
            assertThat(tokens.find("busy")).isPresent();
        }
    }

    @Test
    void findsNothingThatWasNotAdded() {
        assertThat(IntStream.range(0, 10).mapToObj(i -> tokens.find("token " + i)))
                .allMatch(java.util.Optional::isEmpty);
        assertThat(keys.asked()).isEmpty();
    }

    private void add(String token) throws JOSEException {
        tokens.add(token, ADA, "key-1", TestKeys.FIRST.toRSAPublicKey());
    }
}
