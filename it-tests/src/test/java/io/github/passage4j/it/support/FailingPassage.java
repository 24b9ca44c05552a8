package io.github.passage4j.it.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Passage that the test plays: it fails as told, and counts who asks. */
public final class FailingPassage implements AutoCloseable {

    private static final int SILENCE = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int always = 200;

    private FailingPassage() throws IOException {
        int port = URI.create(System.getProperty("passage4j.management")).getPort();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public static FailingPassage start() {
        try {
            return new FailingPassage();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it plays the Auth API. */
    public static String authUrl() {
        return URI.create(System.getProperty("passage4j.management"))
                .resolve("/auth/v1")
                .toString();
    }

    /** From now on every call is answered with this status. */
    public void answersWith(int status) {
        failures.clear();
        always = status;
    }

    /** The next calls are answered with these statuses, those that follow as before. */
    public void answersNextWith(int... statuses) {
        for (int status : statuses) {
            failures.add(status);
        }
    }

    /** The next call gets no answer. */
    public void staysSilentOnce() {
        failures.add(SILENCE);
    }

    /** How many calls came since the last time that this was asked. */
    public int asked() {
        return asked.getAndSet(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        Integer failure = failures.poll();
        int status = failure == null ? always : failure;
        if (status == SILENCE) {
            awaitEnd();
        }
        byte[] body = body(status, exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status == SILENCE ? 200 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(int status, String path) {
        if (status >= 400) {
            return status == 404
                    ? "{\"code\":\"user_not_found\",\"error\":\"There is no such user.\"}"
                    : "{\"code\":\"internal_server_error\",\"error\":\"out of order\"}";
        }
        String id = path.replaceFirst(".*/users/", "").replaceFirst("/.*", "");
        return """
                {"user":{"id":"%s","external_id":"","email":"%s@example.org","email_verified":false,"phone":"",
                "phone_verified":false,"status":"active","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z",
                "last_login_at":"2026-01-01T00:00:00Z","login_count":1,"user_metadata":null,"webauthn":false,"webauthn_types":[],
                "webauthn_devices":[],"social_connections":{},"recent_events":[]}}""".formatted(id, id);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
