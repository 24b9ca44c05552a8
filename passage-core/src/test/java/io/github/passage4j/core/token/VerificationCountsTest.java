package io.github.passage4j.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.token.InvalidTokenException.Reason;
import org.junit.jupiter.api.Test;

class VerificationCountsTest {

    private final MovableClock clock = new MovableClock(TestTokens.NOW);

    @Test
    void tellWhatCameOfEachToken() {
        TokenVerifier verifier = new TokenVerifier(new CountingKeys(TestKeys.FIRST), TestConfig.standard(), clock);

        verifier.verify(TestTokens.of("ada"));
        verifier.verify(TestTokens.of("ada"));
        assertThat(catchThrowable(() -> verifier.verify("garbage"))).isNotNull();

        assertThat(verifier.counts().accepted()).isEqualTo(1);
        assertThat(verifier.counts().remembered()).isEqualTo(1);
        assertThat(verifier.counts().refused(Reason.MALFORMED)).isEqualTo(1);
        assertThat(verifier.counts().refused(Reason.SIGNATURE)).isZero();
        assertThat(verifier.counts().undecided()).isZero();
    }

    @Test
    void tellTokensThatNobodyCouldJudge() {
        TokenVerifier verifier = new TokenVerifier(OfflineKeys.keys(), TestConfig.standard(), clock);

        assertThat(catchThrowable(() -> verifier.verify(TestTokens.of("ada")))).isNotNull();

        assertThat(verifier.counts().undecided()).isEqualTo(1);
        assertThat(verifier.counts().accepted()).isZero();
    }
}
