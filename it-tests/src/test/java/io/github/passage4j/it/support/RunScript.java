package io.github.passage4j.it.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The product as {@code ./run} starts it, on a free port and a data directory of its own. */
public final class RunScript implements AutoCloseable {

    private static final long PATIENCE_MINUTES = 4;

    private final Path root = Path.of(System.getProperty("passage4j.root"));
    private final int port = freePort();
    private final Path data;
    private final Path output;
    private Process process;

    /** On a data directory that does not exist yet. */
    public RunScript() {
        this(newHome().resolve("data"));
    }

    /** On this data directory. */
    public RunScript(Path data) {
        this.data = data;
        this.output = newHome().resolve("output");
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the product and waits until it says that it is ready. */
    public void start() {
        start(Map.of());
    }

    /** The same with further settings, in the environment's spelling. */
    public void start(Map<String, String> settings) {
        try {
            ProcessBuilder builder = new ProcessBuilder(root.resolve("run").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // Only its own settings: the other tests' are meant for another server
            builder.environment().keySet().removeIf(name -> name.startsWith("PASSAGE_"));
            builder.environment()
                    .putAll(Map.of(
                            "PORT", Integer.toString(port),
                            "PASSAGE_DATA_DIR", data.toString(),
                            "PASSAGE_JAVA_OPTS", "-Xmx768m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
            builder.environment().putAll(settings);
            process = builder.start();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!output().contains("is ready: ")) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException("./run did not become ready:\n" + output());
            }
        }
    }

    /** Kills the server as the operating system would, without a chance to tidy up. */
    public void killHard() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Ends the script as Ctrl-C does, and gives its exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    public String origin() {
        return "http://localhost:" + port;
    }

    /** Where database and generated secrets are. */
    public Path data() {
        return data;
    }

    /** The app that pages and API belong to, as it was generated at the first start. */
    public String appId() {
        return generated("passage.app.id");
    }

    /** Opens the Management API, as it was generated at the first start. */
    public String apiKey() {
        return generated("passage.api.key");
    }

    private String generated(String setting) {
        Properties generated = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("passage.properties"))) {
            generated.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return generated.getProperty(setting);
    }

    /** All that the script and the server printed. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
