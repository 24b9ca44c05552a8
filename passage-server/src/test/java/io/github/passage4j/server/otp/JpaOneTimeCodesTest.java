package io.github.passage4j.server.otp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.otp.OneTimeCodes.Issued;
import io.github.passage4j.server.otp.OneTimeCodes.Outcome;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.TestDatabase;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaOneTimeCodesTest extends OneTimeCodesContract {

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void addApps() {
        database.inTransaction(entities -> {
            entities.persist(app);
            entities.persist(Samples.app(OTHER_APP));
            return app;
        });
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Override
    <T> T inTransaction(Function<OneTimeCodes, T> action) {
        return database.inTransaction(
                entities -> action.apply(new OneTimeCodes(new JpaOneTimeCodeStore(entities), key, clock, random)));
    }

    @Test
    void worksForOneOfTwentyAtOnce() {
        Issued issued = issue();

        long winners = IntStream.range(0, 20)
                .parallel()
                .filter(i -> redeem(issued.id(), issued.code()).outcome() == Outcome.RIGHT)
                .count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void givesTwentyGuessesAtOnceNoMoreThanFiveTries() {
        Issued issued = issue();

        long judged = IntStream.range(0, 20)
                .parallel()
                .filter(i -> redeem(issued.id(), wrong(issued)).outcome() == Outcome.WRONG)
                .count();

        assertThat(judged).isEqualTo(4);
        assertThat(redeem(issued.id(), issued.code()).outcome()).isEqualTo(Outcome.DEAD);
    }

    @Test
    void isNotKeptAsItIs() {
        Issued issued = issue();

        Object stored = database.inTransaction(
                entities -> entities.createQuery("SELECT c.codeHash FROM OneTimeCode c WHERE c.id = :id", Object.class)
                        .setParameter("id", issued.id())
                        .getSingleResult());

        assertThat(stored).isEqualTo(key.mac("one-time code", app.id() + "/" + issued.id() + "/" + issued.code()));
    }

    @Test
    void isPurgedOnceItExpired() {
        issue();
        clock.advance(Duration.ofMinutes(5));
        issue();

        inTransaction(codes -> {
            codes.attend();
            return codes;
        });

        long kept = database.inTransaction(
                entities -> entities.createQuery("SELECT COUNT(c) FROM OneTimeCode c", Long.class)
                        .getSingleResult());

        assertThat(kept).isEqualTo(1);
    }
}
