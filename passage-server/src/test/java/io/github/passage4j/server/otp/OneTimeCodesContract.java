package io.github.passage4j.server.otp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.message.Addressee;
import io.github.passage4j.server.otp.OneTimeCodes.Attempt;
import io.github.passage4j.server.otp.OneTimeCodes.Issued;
import io.github.passage4j.server.otp.OneTimeCodes.Outcome;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.User;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one-time codes do, wherever they are kept. */
abstract class OneTimeCodesContract {

    static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    final MutableClock clock = new MutableClock();
    final SecureRandom random = new SecureRandom();
    final App app = Samples.app();
    final User ada = new User(
            "u5RnV8sLq2KdT0yHb7MwXc3e", app.id(), EmailAddress.parse("ada@example.org"), null, clock.instant());

    @SuppressWarnings("NullAway.Init") // before each test
    ServerKey key;

    @BeforeEach
    void openKey(@TempDir Path directory) {
        key = ServerKey.open(Samples.config(directory), random);
    }

    /** Does something in a transaction. */
    abstract <T> T inTransaction(Function<OneTimeCodes, T> action);

    Issued issue() {
        return inTransaction(
                codes -> codes.issue(app, new Addressee(EmailAddress.parse(ada.email()), ada.id(), Optional.of(ada))));
    }

    Attempt redeem(String id, String code) {
        return inTransaction(codes -> codes.redeem(app, id, code));
    }

    private Outcome outcome(String id, String code) {
        return redeem(id, code).outcome();
    }

    static String wrong(Issued issued) {
        return "000000".equals(issued.code()) ? "000001" : "000000";
    }

    @Test
    void hasSixDigits() {
        for (int i = 0; i < 10; i++) {
            assertThat(issue().code()).matches("[0-9]{6}");
        }
    }

    @Test
    void tellsWhomAndWhichAddressItProves() {
        Issued issued = issue();

        assertThat(redeem(issued.id(), issued.code()))
                .isEqualTo(new Attempt(Outcome.RIGHT, ada.id(), "ada@example.org"));
    }

    @Test
    void worksOnce() {
        Issued issued = issue();
        redeem(issued.id(), issued.code());

        assertThat(outcome(issued.id(), issued.code())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void stillWorksAfterFourWrongTries() {
        Issued issued = issue();
        for (int i = 0; i < 4; i++) {
            assertThat(outcome(issued.id(), wrong(issued))).isEqualTo(Outcome.WRONG);
        }

        assertThat(outcome(issued.id(), issued.code())).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void diesWithTheFifthWrongTry() {
        Issued issued = issue();
        for (int i = 0; i < 4; i++) {
            redeem(issued.id(), wrong(issued));
        }

        assertThat(outcome(issued.id(), wrong(issued))).isEqualTo(Outcome.DEAD);
        assertThat(outcome(issued.id(), issued.code())).isEqualTo(Outcome.DEAD);
    }

    @Test
    void isGoodForFiveMinutes() {
        Issued kept = issue();
        Issued late = issue();
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(outcome(kept.id(), kept.code())).isEqualTo(Outcome.RIGHT);
        clock.advance(Duration.ofMillis(1));

        assertThat(outcome(late.id(), late.code())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void countsForItsAppOnly() {
        Issued issued = issue();

        Attempt elsewhere = inTransaction(codes -> codes.redeem(Samples.app(OTHER_APP), issued.id(), issued.code()));

        assertThat(elsewhere.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(issued.id(), issued.code())).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void countsWithItsIdOnly() {
        Issued issued = issue();

        assertThat(outcome("bbbbbbbbbbbbbbbbbbbbbbbb", issued.code())).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(issued.id() + " ", issued.code())).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome("\u0000", issued.code())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void endsWhenThreeNewerOnesAreThere() {
        Issued first = issue();
        clock.advance(Duration.ofSeconds(1));
        Issued second = issue();
        clock.advance(Duration.ofSeconds(1));
        issue();
        clock.advance(Duration.ofSeconds(1));
        issue();

        assertThat(outcome(first.id(), first.code())).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(second.id(), second.code())).isEqualTo(Outcome.RIGHT);
    }
}
