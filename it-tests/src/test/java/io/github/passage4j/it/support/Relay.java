package io.github.passage4j.it.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The line between the app, its browsers and a real Passage: it may break, and it may be slow. */
public final class Relay implements AutoCloseable {

    /** What each side of a relay says on its own behalf. */
    private static final Set<String> OF_THE_LINE = Set.of(
            "connection", "content-length", "expect", "host", "upgrade", "http2-settings", "transfer-encoding", "date");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private Relay() {
        comesBack();
    }

    /** A line that works, where the app looks for its Passage. */
    public static Relay start() {
        return new Relay();
    }

    /** From now on nobody listens. */
    public void breaks() {
        server.stop(0);
    }

    /** The line works again. */
    public void comesBack() {
        try {
            int port = URI.create(System.getProperty("passage4j.management")).getPort();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::relay);
        server.start();
    }

    /** From now on calls get through, but nothing comes back. */
    public void holds() {
        gate = new CountDownLatch(1);
    }

    /** What was held goes on its way, and whatever comes after. */
    public void letsGo() {
        gate.countDown();
    }

    private void relay(HttpExchange exchange) throws IOException {
        try {
            gate.await();
            HttpResponse<byte[]> answer = client.send(request(exchange), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (isRelayed(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static HttpRequest request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Product.origin() + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isRelayed(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static boolean isRelayed(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return !name.startsWith(":") && !OF_THE_LINE.contains(name);
    }

    @Override
    public void close() {
        letsGo();
        server.stop(0);
        threads.shutdownNow();
    }
}
