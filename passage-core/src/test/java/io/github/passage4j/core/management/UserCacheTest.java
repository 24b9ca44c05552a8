package io.github.passage4j.core.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.token.TestTokens;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UserCacheTest {

    private static final PassageUser ADA = user("ada");

    private final UserCache cache = new UserCache(new MovableClock(TestTokens.NOW));
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void makesOneCallForAllWhoAskAtOnce() {
        List<CompletableFuture<PassageUser>> asking = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> cache.get("ada", this::slowly), threads))
                .toList();

        answer.countDown();

        assertThat(asking).allSatisfy(one -> assertThat(one.join()).isSameAs(ADA));
        assertThat(calls).hasValue(1);
    }

    @Test
    void givesAllWhoWaitTheSameFailureAndKeepsNone() {
        PassageApiException failure = new PassageApiException(500, null, "no", null, null);

        assertThatExceptionOfType(PassageApiException.class)
                .isThrownBy(() -> cache.get("ada", () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(cache.get("ada", () -> ADA)).isSameAs(ADA);
    }

    @Test
    void asksAgainOnceTheUserIsForgotten() {
        cache.get("ada", () -> ADA);
        PassageUser changed = user("ada");

        cache.forget("ada");

        assertThat(cache.get("ada", () -> changed)).isSameAs(changed);
    }

    @Test
    void neverGivesAnAnswerFromBeforeAChangeToWhoAsksAfterIt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<PassageUser> before = CompletableFuture.supplyAsync(
                () -> cache.get("ada", () -> {
                    asked.countDown();
                    return slowly();
                }),
                threads);
        asked.await();
        PassageUser changed = user("ada");

        cache.forget("ada");

        assertThat(cache.get("ada", () -> changed)).isSameAs(changed);
        answer.countDown();
        assertThat(before.join()).isSameAs(ADA);
        assertThat(cache.get("ada", () -> ADA)).isSameAs(changed);
    }

    @Test
    void staysWithinItsBound() {
        for (int i = 0; i < 3 * UserCache.CAPACITY; i++) {
            cache.get("user " + i, () -> ADA);
        }

        assertThat(cache.size()).isLessThanOrEqualTo(UserCache.CAPACITY + 1);
    }

    private PassageUser slowly() {
        calls.incrementAndGet();
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ADA;
    }

    private static PassageUser user(String id) {
        return new PassageUser(id, "", false, "", false, "", null, null, null, 0);
    }
}
