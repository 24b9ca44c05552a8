package io.github.passage4j.it.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The site of a former Passage app: pages with the published clients in them, on an origin of its own. */
final class ClientSite implements AutoCloseable {

    private static final Path PAGES = Path.of("src", "test", "clients");
    private static final Path MODULES = Path.of("target", "clients");

    private final HttpServer server;
    private volatile String passage = "";

    ClientSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on the pages load {@code compat.js} from this Passage server. */
    void use(String passageServer) {
        passage = passageServer;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        if (name.endsWith(".js")) {
            write(exchange, "text/javascript", Files.readAllBytes(MODULES.resolve(name)));
        } else if (Files.exists(PAGES.resolve(name + ".html"))) {
            String page = Files.readString(PAGES.resolve(name + ".html")).replace("PASSAGE", passage);
            write(exchange, "text/html", page.getBytes(StandardCharsets.UTF_8));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static void write(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
