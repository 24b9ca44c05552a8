package io.github.passage4j.server.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** {@code api-key}: keys to the Management API of an app. */
@Command(
        name = "api-key",
        description = "Lists, makes and revokes keys to an app's Management API",
        mixinStandardHelpOptions = true)
final class ApiKeyCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private OperatorCommand operator;

    @Command(description = "The keys, without the keys themselves", mixinStandardHelpOptions = true)
    void list() {
        OperatorClient client = operator.client();
        JsonNode answer = client.get(operator.appPath(client) + "/api-keys");
        operator.table(answer, List.of("id", "name", "created_at"), answer.path("api_keys"));
    }

    @Command(description = "Makes a key and prints it, this once", mixinStandardHelpOptions = true)
    void create(@Parameters(paramLabel = "NAME", description = "What it is for, unique within the app") String name) {
        OperatorClient client = operator.client();
        JsonNode answer = client.post(
                operator.appPath(client) + "/api-keys",
                OperatorClient.JSON.createObjectNode().put("name", name));
        operator.say(answer, answer.path("api_key").path("key").asString());
    }

    @Command(description = "Ends a key at once", mixinStandardHelpOptions = true)
    void revoke(@Parameters(paramLabel = "KEY_ID", description = "Its id, from the list") String id) {
        OperatorClient client = operator.client();
        client.delete(operator.appPath(client) + "/api-keys/" + Segment.of(id));
        operator.say(OperatorClient.JSON.nullNode(), "Revoked.");
    }
}
