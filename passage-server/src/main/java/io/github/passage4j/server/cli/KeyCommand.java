package io.github.passage4j.server.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** {@code keys}: keys that sign an app's tokens. */
@Command(
        name = "keys",
        description = "Lists and rotates the keys that sign an app's tokens",
        mixinStandardHelpOptions = true)
final class KeyCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private OperatorCommand operator;

    @Command(description = "The keys and where they stand", mixinStandardHelpOptions = true)
    void list() {
        OperatorClient client = operator.client();
        show(client.get(operator.appPath(client) + "/signing-keys"));
    }

    @Command(
            description = "Publishes the next key, which signs 24 hours later: no verifier notices",
            mixinStandardHelpOptions = true)
    void rotate(
            @Option(
                            names = "--now",
                            description =
                                    "For a key that somebody else has: drops all keys and signs with a new one at once. "
                                            + "Every auth token that is out is worthless, and verifiers that keep their keys refuse new "
                                            + "ones until they fetch the keys again")
                    boolean now) {
        OperatorClient client = operator.client();
        show(client.post(
                operator.appPath(client) + "/signing-keys/rotate",
                OperatorClient.JSON.createObjectNode().put("now", now)));
    }

    private void show(JsonNode answer) {
        operator.table(answer, List.of("id", "state", "state_since", "created_at"), answer.path("signing_keys"));
    }
}
