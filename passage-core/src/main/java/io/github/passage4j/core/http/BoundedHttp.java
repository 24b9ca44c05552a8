package io.github.passage4j.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
     * Sends the request and reads the answer as UTF-8 text. Returns at once.
     *
     * @return the answer, or an {@link IOException} when there is no complete one within the bounds; either within the deadline
     */
    public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, info -> new BoundedBody(maxBytes));
        return exchange.copy()
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    exchange.cancel(true);
                    if (failure != null) {
                        throw new CompletionException(readable(failure));
                    }
                    return response;
                });
    }

    /**
     * Sends the request and waits for the answer.
     *
     * @throws IOException when there is no complete answer within the bounds
     */
    public HttpResponse<String> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = sendAsync(request);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private IOException readable(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new HttpTimeoutException("no complete answer within " + deadline.toMillis() + " ms");
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new IOException(describe(cause), cause);
    }

    /** The client's own exceptions often come without a message; their type then says most. */
    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
