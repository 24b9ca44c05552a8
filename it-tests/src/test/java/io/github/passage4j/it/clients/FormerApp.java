package io.github.passage4j.it.clients;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.RunScript;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The app of Passage's guides in {@code src/test/clients/former-app}, moved here as {@code docs/migrating-from-passage.md} says. */
final class FormerApp implements AutoCloseable {

    private static final Path CLIENTS = Path.of("src", "test", "clients").toAbsolutePath();
    private static final Path FORMER = CLIENTS.resolve("former-app");
    private static final Path BUNDLES = Path.of("target", "clients", "former-app");
    private static final String NONCE = "c2l4dGVlbiBieXRlcyBubw";
    private static final String FIRST_MODULE = "<script type=\"module\"";
    private static final String NPM_MODULE = "'@passageidentity/passage-elements/passage-(login|register)'";

    /** Which Elements its pages have after the move. */
    enum Elements {
        /** The npm module, and one more script before it. */
        PUBLISHED,
        /** The module of the server in its place. */
        OURS
    }

    private final int port = RunScript.freePort();
    private Process process;

    String origin() {
        return "http://localhost:" + port;
    }

    /** Starts a copy of it, changed for this server in the places that the document names, and nowhere else. Ends the one before. */
    void moveTo(RunScript product, String appId, Elements elements) {
        close();
        String server = product.origin() + "/passage";
        try {
            Path home = Files.createTempDirectory(Path.of("target"), "former-app");
            Files.createSymbolicLink(home.resolve("node_modules"), CLIENTS.resolve("node_modules"));
            copy(FORMER, home, "app.mjs");
            Files.writeString(
                    home.resolve("hosts.mjs"),
                    Api.send(HttpRequest.newBuilder(URI.create(server + "/hosts.mjs")))
                            .body());
            switch (elements) {
                case PUBLISHED -> addScript(home, server);
                case OURS -> swapModule(home, server);
            }
            start(home, product, appId, policy(product.origin(), elements));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addScript(Path home, String server) throws IOException {
        copy(BUNDLES, home, "login.js", "register.js");
        for (String page : List.of("login.html", "register.html")) {
            String html = Files.readString(FORMER.resolve(page));
            Files.writeString(
                    home.resolve(page),
                    html.replace(
                            FIRST_MODULE,
                            "<script nonce=\"" + NONCE + "\" src=\"" + server + "/compat.js\"></script>"
                                    + FIRST_MODULE));
        }
    }

    private static void swapModule(Path home, String server) throws IOException {
        copy(FORMER, home, "login.html", "register.html");
        for (String script : List.of("login.js", "register.js")) {
            String source = Files.readString(FORMER.resolve(script));
            Files.writeString(home.resolve(script), source.replaceFirst(NPM_MODULE, "'" + server + "/passage-web.js'"));
        }
    }

    private static void copy(Path from, Path to, String... names) throws IOException {
        for (String name : names) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private void start(Path home, RunScript product, String appId, String policy) throws IOException {
        String server = product.origin() + "/passage";
        ProcessBuilder builder = new ProcessBuilder("node", "--import", "./hosts.mjs", "app.mjs")
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("PASSAGE_APP_ID", appId);
        builder.environment().put("PASSAGE_API_KEY", product.apiKey());
        builder.environment().put("PASSAGE_AUTH_URL", server + "/auth/v1");
        builder.environment().put("PASSAGE_API_URL", server + "/api/v1");
        builder.environment().put("CONTENT_SECURITY_POLICY", policy);
        process = builder.start();
        BufferedReader output = process.inputReader();
        if (!"ready".equals(output.readLine())) {
            throw new IllegalStateException("The app did not start");
        }
    }

    /** The one that the document's table names for these Elements, and nothing more. */
    private static String policy(String server, Elements elements) {
        return "default-src 'none'; base-uri 'none'; "
                + switch (elements) {
                    case PUBLISHED ->
                        "script-src 'self' 'nonce-" + NONCE + "' " + server
                                + "; connect-src 'self' data: " + server + "; style-src 'self' 'unsafe-inline' "
                                + server
                                + "; img-src 'self' data: " + server;
                    case OURS -> "script-src 'self' " + server + "; connect-src 'self' " + server;
                };
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }
}
