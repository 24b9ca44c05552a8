package io.github.passage4j.it.support;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of operators, run for one product. */
public final class OperatorCommand {

    private static final Path ARCHIVE =
            Path.of(System.getProperty("passage4j.root"), "passage-server", "target", "passage-server.war");

    private final RunScript product;

    /** For a product that runs. */
    public OperatorCommand(RunScript product) {
        this.product = product;
    }

    /** Runs it to its end. */
    public Result run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ARCHIVE.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("PORT", Integer.toString(URI.create(product.origin()).getPort()));
        builder.environment().put("PASSAGE_DATA_DIR", product.data().toString());
        try {
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Exit code, and all that was printed. */
    public record Result(int code, String out) {}
}
