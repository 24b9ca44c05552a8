package io.github.passage4j.core;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An HTTP server on loopback whose manners can be changed while it runs. */
public final class LocalServer implements AutoCloseable {

    /** How a request is answered. */
    @FunctionalInterface
    public interface Manner {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** What was asked. */
    public record Received(String method, String target, String authorization, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private volatile Manner manner = json(404, "{}");

    public LocalServer() {
        this(0);
    }

    public LocalServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void behave(Manner newManner) {
        manner = newManner;
    }

    public List<Received> requests() {
        return List.copyOf(requests);
    }

    public static Manner json(int status, String body) {
        return answer(status, "application/json", body);
    }

    public static Manner answer(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Takes the request and never says a word. */
    public Manner silence() {
        return exchange -> closed.await();
    }

    /** Sends a blank every 50 milliseconds, without end. */
    public Manner drip() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                body.write(' ');
                body.flush();
            }
        };
    }

    public static Manner flood(int bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < bytes; sent += chunk.length) {
                exchange.getResponseBody().write(chunk);
            }
        };
    }

    public static Manner redirectToItself() {
        return exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        try {
            manner.answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
