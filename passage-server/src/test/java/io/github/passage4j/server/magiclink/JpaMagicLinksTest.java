package io.github.passage4j.server.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.magiclink.MagicLinks.Issued;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaMagicLinksTest extends MagicLinksContract {

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
    <T> T inTransaction(Function<MagicLinks, T> action) {
        return database.inTransaction(
                entities -> action.apply(new MagicLinks(new JpaMagicLinkStore(entities), events, key, clock, random)));
    }

    private List<MagicLink> rows() {
        return database.inTransaction(entities -> entities.createQuery("SELECT l FROM MagicLink l", MagicLink.class)
                .getResultList());
    }

    @Test
    void openForOneOfTwentyAtOnce() {
        Issued issued = issue();

        long winners = IntStream.range(0, 20)
                .parallel()
                .filter(i -> open(issued.token()).isPresent())
                .count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void areNotKeptAsTheyAre() {
        Issued issued = issue();

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.idHash()).hasSize(43).isNotEqualTo(issued.id());
            assertThat(row.tokenHash()).hasSize(43).doesNotContain(issued.token());
        });
    }

    @Test
    void arePurgedOnceTheyExpired() {
        issue();
        clock.advance(Duration.ofMinutes(10));
        issue();

        inTransaction(links -> {
            links.attend();
            return links;
        });

        assertThat(rows()).hasSize(1);
    }
}
