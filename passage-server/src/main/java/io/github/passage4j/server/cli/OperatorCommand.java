package io.github.passage4j.server.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.JsonNode;

/** The command line: options of all commands, and how answers are shown. */
@Command(
        name = "passage-server",
        description = "Operates a running passage-server. Exit codes: 0 done, 1 failed, 2 wrong command.",
        mixinStandardHelpOptions = true,
        version = "passage-server 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AppCommand.class,
            ApiKeyCommand.class,
            KeyCommand.class,
            UserCommand.class,
            TransferCommand.Export.class,
            TransferCommand.Import.class
        })
public final class OperatorCommand {

    private static final String DEFAULT_PORT = "8080";

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Data directory of the server. Default: PASSAGE_DATA_DIR, else data")
    private @Nullable Path data;

    @Option(
            names = "--server",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Address of the server. Default: http://localhost:$PORT/passage")
    private @Nullable String server;

    @Option(
            names = {"-a", "--app"},
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description = "The app. Default: the server's default app")
    private @Nullable String app;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print what the server answers, as JSON")
    private boolean json;

    private final PrintWriter out;

    OperatorCommand(PrintWriter out) {
        this.out = out;
    }

    /**
     * Runs a command.
     *
     * @return exit code
     */
    public static int execute(String[] args) {
        return execute(
                new PrintWriter(System.out, true, Charset.defaultCharset()),
                new PrintWriter(System.err, true, Charset.defaultCharset()),
                args);
    }

    static int execute(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new OperatorCommand(out))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    if (failure instanceof OperatorClient.FailedException) {
                        command.getErr().println("passage-server: " + failure.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                });
        return line.execute(args);
    }

    OperatorClient client() {
        String port = Optional.ofNullable(System.getenv("PORT")).orElse(DEFAULT_PORT);
        String directory =
                Optional.ofNullable(System.getenv("PASSAGE_DATA_DIR")).orElse("data");
        return new OperatorClient(
                server == null ? "http://localhost:" + port + "/passage" : server,
                data == null ? Path.of(directory) : data);
    }

    /** The path of the app that is meant. */
    String appPath(OperatorClient client) {
        return "/apps/" + (app == null ? client.defaultApp() : app);
    }

    /** Shows rows under headings, or the answer itself when JSON is wanted. */
    void table(JsonNode answer, List<String> columns, Iterable<JsonNode> rows) {
        if (json) {
            out.println(answer);
        } else {
            out.print(Table.of(columns, rows));
            out.flush();
        }
    }

    /** Says a line, or shows the answer itself when JSON is wanted. */
    void say(JsonNode answer, String line) {
        out.println(json ? answer.toString() : line);
    }

    PrintWriter out() {
        return out;
    }
}
