package io.github.passage4j.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.TestDatabase;
import io.github.passage4j.server.token.RefreshTokens.Grant;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.User;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaRefreshTokensTest extends RefreshTokensContract {

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void addUsers() {
        database.inTransaction(entities -> {
            entities.persist(app);
            entities.persist(Samples.app(OTHER_APP));
            entities.flush();
            entities.persist(new User(ADA, app.id(), EmailAddress.parse("ada@example.org"), null, clock.instant()));
            entities.persist(new User(EVE, app.id(), EmailAddress.parse("eve@example.org"), null, clock.instant()));
            return app;
        });
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Override
    <T> T inTransaction(Function<RefreshTokens, T> action) {
        return database.inTransaction(entities -> action.apply(tokens(entities)));
    }

    private RefreshTokens tokens(EntityManager entities) {
        return new RefreshTokens(new JpaRefreshTokenStore(entities), events, client, clock, random);
    }

    @Override
    int kept() {
        return rows().size();
    }

    private List<RefreshToken> rows() {
        return database.inTransaction(
                entities -> entities.createQuery("SELECT t FROM RefreshToken t", RefreshToken.class)
                        .getResultList());
    }

    @Test
    void keepsNoTokenAsItIs() {
        String token = begin().token();
        String next = use(token).orElseThrow().token();

        List<String> stored = rows().stream()
                .flatMap(row -> Stream.of(row.hash(), row.salt().orElse("")))
                .toList();

        assertThat(stored).hasSize(4).doesNotContain(token, token.substring(28), next, next.substring(28));
    }

    @Test
    void logsNobodyOutWhenAHundredRefreshAtOnce() throws Exception {
        String token = begin().token();

        List<Optional<Grant>> answers = atOnce(100, () -> use(token));

        assertThat(answers).allMatch(Optional::isPresent);
        assertThat(answers.stream().map(answer -> answer.orElseThrow().token()).distinct())
                .hasSize(1);
        assertThat(use(answers.get(0).orElseThrow().token())).isPresent();
    }

    @Test
    void leavesNothingBehindWhenAnEndMeetsRefreshes() throws Exception {
        String token = begin().token();
        List<Callable<Boolean>> calls = Stream.<Callable<Boolean>>iterate(
                        () -> use(token).isPresent(), call -> call)
                .limit(20)
                .collect(Collectors.toCollection(ArrayList::new));
        calls.add(
                10,
                () -> inTransaction(tokens -> {
                    tokens.endOfUser(app.id(), ADA);
                    return true;
                }));

        run(calls);

        assertThat(use(token)).isEmpty();
        assertThat(kept()).isZero();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        return run(Stream.iterate(call, same -> same).limit(times).toList());
    }

    private static <T> List<T> run(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
