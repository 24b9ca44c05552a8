package io.github.passage4j.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP client for answers that are small and soon: the deadline covers everything from connecting to the last byte of the body, the body
 * is bounded, and redirects are not followed. Thread-safe.
 */
public final class BoundedHttp {

    private final HttpClient client;
    private final Duration deadline;
    private final int maxBytes;

    /**
     * @param connectTimeout for the connection alone
     * @param deadline for the whole exchange
     * @param maxBytes most bytes of a body; a longer one fails the exchange
     */
    public BoundedHttp(Duration connectTimeout, Duration deadline, int maxBytes) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.deadline = deadline;
        this.maxBytes = maxBytes;
    }

    /**
     * Sends the request and reads the answer as UTF-8 text.
     *
     * @throws IOException when there is no complete answer within the bounds
     */
    public HttpResponse<String> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, info -> new BoundedBody(maxBytes));
        try {
            return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no complete answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(describe(cause), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            exchange.cancel(true);
        }
    }

    /** The client's own exceptions often come without a message; their type then says most. */
    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
