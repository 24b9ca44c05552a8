package io.github.passage4j.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.FailingPassage;
import io.github.passage4j.it.support.Product;
import io.github.passage4j.it.support.TestIssuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The injected client of the Management API when Passage has a bad day: what only the container's Fault Tolerance can show. */
@ExtendWith(ArquillianExtension.class)
class ManagementClientIT {

    /** Calls that the circuit breaker judges by: it opens when all but one failed. */
    private static final int WINDOW = 4;
    /** First try and two more. */
    private static final int TRIES = 3;

    private static FailingPassage passage;

    @Deployment(testable = false)
    @TargetsContainer("api")
    static WebArchive deployment() {
        return Archives.withSdk(
                        "management.war",
                        "/management",
                        ManagementApplication.class,
                        ManagementResource.class,
                        OwnAccountResource.class)
                .addAsResource(
                        new StringAsset("config_ordinal=500\npassage.auth.url=" + FailingPassage.authUrl()),
                        "META-INF/microprofile-config.properties");
    }

    @BeforeAll
    static void startPassage() {
        passage = FailingPassage.start();
    }

    @AfterAll
    static void stopPassage() {
        passage.close();
    }

    /** Whatever the test before left behind: all circuit breakers are closed, and have seen nothing but successes. */
    @BeforeEach
    void closeCircuits() {
        passage.answersWith(200);
        for (int good = 0; good < WINDOW; ) {
            good = isGood(read(newId())) && isGood(change(newId())) && isGood(readOwn("")) && isGood(changeOwn())
                    ? good + 1
                    : 0;
        }
        passage.asked();
    }

    @Test
    void readsAgainAfterAHiccup() {
        String id = newId();
        passage.answersNextWith(503, 502);

        assertThat(read(id)).isEqualTo(id + "@example.org");

        assertThat(passage.asked()).isEqualTo(TRIES);
    }

    @ParameterizedTest
    @CsvSource({"'', @example.org", "/sessions, 0"})
    void readsTheCallersOwnAccountAgainAfterAHiccup(String what, String answer) {
        passage.answersNextWith(503, 502);

        assertThat(readOwn(what)).isEqualTo(answer);

        assertThat(passage.asked()).isEqualTo(TRIES);
    }

    @Test
    void neverRepeatsAChangeOfTheCallersOwnAccount() {
        passage.answersNextWith(503);

        assertThat(changeOwn()).isEqualTo("failed 503");

        assertThat(passage.asked()).isOne();
    }

    @Test
    void countsTheFailuresOfChangesAndOfTheOtherApiOnTheirOwn() {
        passage.answersWith(500);
        for (int call = 0; call < WINDOW; call++) {
            assertThat(readOwn("")).startsWith("failed");
        }
        passage.answersWith(200);

        assertThat(readOwn("")).isEqualTo("failed 0");
        assertThat(changeOwn()).isEqualTo("removed");
        assertThat(read(newId())).endsWith("@example.org");
    }

    @Test
    void readsNoMoreThanThreeTimes() {
        passage.answersWith(503);

        assertThat(read(newId())).isEqualTo("failed 503");

        assertThat(passage.asked()).isEqualTo(TRIES);
    }

    @Test
    void readsOnceWhatIsNoHiccup() {
        passage.answersNextWith(500);

        assertThat(read(newId())).isEqualTo("failed 500");

        assertThat(passage.asked()).isOne();
    }

    @Test
    void doesNotAskASlowPassageTwice() {
        passage.staysSilentOnce();

        assertThat(read(newId())).isEqualTo("failed 0");

        assertThat(passage.asked()).isOne();
    }

    @Test
    void neverRepeatsAChange() {
        passage.answersNextWith(503);

        assertThat(change(newId())).isEqualTo("failed 503");

        assertThat(passage.asked()).isOne();
    }

    @Test
    void leavesAPassageAloneThatFailedRepeatedlyAndComesBackByItself() {
        passage.answersWith(500);
        for (int call = 0; call < WINDOW - 1; call++) {
            assertThat(read(newId())).isEqualTo("failed 500");
        }
        assertThat(passage.asked()).isEqualTo(WINDOW - 1);

        assertThat(IntStream.range(0, 20).mapToObj(call -> read(newId()))).containsOnly("failed 0");
        assertThat(passage.asked()).isZero();

        passage.answersWith(200);
        while (!isGood(read(newId()))) {
            Thread.onSpinWait();
        }
        assertThat(IntStream.range(0, 20).mapToObj(call -> read(newId()))).allMatch(ManagementClientIT::isGood);
    }

    @Test
    void countsRefusalsAsAnswers() {
        passage.answersWith(404);
        for (int call = 0; call < 3 * WINDOW; call++) {
            assertThat(read(newId())).isEqualTo("failed 404");
        }

        passage.answersWith(200);

        assertThat(read(newId())).endsWith("@example.org");
    }

    @Test
    void asksOnceForAThousandDashboardsOfOneUser() throws Exception {
        String id = newId();
        long started = System.nanoTime();

        List<String> answers = atOnce(1000, () -> read(id));

        Duration taken = Duration.ofNanos(System.nanoTime() - started);
        assertThat(answers).hasSize(1000).containsOnly(id + "@example.org");
        // An answer is good for three seconds
        assertThat(passage.asked()).isBetween(1, 1 + (int) (taken.toMillis() / 3000));
    }

    private static List<String> atOnce(int calls, Callable<String> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<String>> answers = threads.invokeAll(Collections.nCopies(calls, call));
            List<String> results = new ArrayList<>();
            for (Future<String> answer : answers) {
                results.add(answer.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isGood(String answer) {
        return !answer.startsWith("failed");
    }

    private static String newId() {
        return TestIssuer.newPassageId();
    }

    private static String read(String id) {
        return Api.send(at(id).GET()).body();
    }

    private static String change(String id) {
        return Api.send(at(id).POST(BodyPublishers.noBody())).body();
    }

    private static String readOwn(String what) {
        return Api.send(own(what).GET()).body();
    }

    private static String changeOwn() {
        return Api.send(own("").POST(BodyPublishers.noBody())).body();
    }

    private static HttpRequest.Builder own(String what) {
        return HttpRequest.newBuilder(URI.create(Product.origin() + "/management/own" + what));
    }

    private static HttpRequest.Builder at(String id) {
        return HttpRequest.newBuilder(URI.create(Product.origin() + "/management/users/" + id));
    }
}
