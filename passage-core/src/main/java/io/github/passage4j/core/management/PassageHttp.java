package io.github.passage4j.core.management;

import io.github.passage4j.core.config.Secret;
import io.github.passage4j.core.http.AnswerTooLongException;
import io.github.passage4j.core.http.BoundedHttp;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One exchange of JSON with Passage, two seconds at most, and how patient the APIs that are made of it are. Thread-safe. */
final class PassageHttp {

    /** Calls that a circuit breaker judges by. */
    static final int WINDOW = 4;

    static final double FAILURES_OF_WINDOW = 0.75;
    static final long PAUSE_MILLIS = 5000;

    static final int MORE_READS = 2;
    static final long READ_AGAIN_AFTER_MILLIS = 100;
    static final long JITTER_MILLIS = 50;
    static final long LAST_READ_WITHIN_MILLIS = 1000;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final String base;
    private final BoundedHttp http = new BoundedHttp(CONNECT_TIMEOUT, DEADLINE, MAX_BYTES);

    /**
     * Talks to one API.
     *
     * @param base address that all paths are added to
     */
    PassageHttp(String base) {
        this.base = base;
    }

    /**
     * Asks once.
     *
     * @throws PassageApiException whatever comes that is no JSON object with a status of 2xx
     */
    JsonObject exchange(String method, String path, @Nullable Secret bearer, @Nullable JsonObject body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer.reveal());
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.toString()));
        }
        try {
            return ManagementAnswer.object(http.send(request.build()));
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    /** Whoever was slow once is not asked to be slow again in the same call. */
    private static PassageUnavailableException noAnswer(IOException failure) {
        boolean slow = failure instanceof HttpTimeoutException || failure.getCause() instanceof HttpTimeoutException;
        String message = "Passage gave no answer: " + failure.getMessage();
        return slow || failure.getCause() instanceof AnswerTooLongException
                ? new PassageUnavailableException(PassageApiException.NO_ANSWER, null, message, null, failure)
                : new PassageHiccupException(PassageApiException.NO_ANSWER, null, message, null, failure);
    }
}
