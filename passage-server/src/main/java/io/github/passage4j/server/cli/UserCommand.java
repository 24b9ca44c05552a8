package io.github.passage4j.server.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** {@code user}: the users of an app. */
@Command(name = "user", description = "Lists, shows, deactivates and activates users", mixinStandardHelpOptions = true)
final class UserCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private OperatorCommand operator;

    @Command(description = "A page of users, newest first", mixinStandardHelpOptions = true)
    void list(
            @Option(names = "--identifier", description = "Only whose e-mail address or phone number has this in it")
                    @Nullable
                    String identifier,
            @Option(names = "--page", defaultValue = "1", description = "Which page, from ${DEFAULT-VALUE}") int page,
            @Option(
                            names = "--limit",
                            defaultValue = "100",
                            description = "Users per page, ${DEFAULT-VALUE} unless given")
                    int limit) {
        OperatorClient client = operator.client();
        String filter = identifier == null ? "" : "&identifier=" + Segment.of("<like:" + identifier + ">");
        JsonNode answer = client.get(operator.appPath(client) + "/users?page=" + page + "&limit=" + limit + filter);
        operator.table(
                answer,
                List.of("id", "email", "phone", "status", "login_count", "last_login_at"),
                answer.path("users"));
    }

    @Command(description = "One user with passkeys and latest events, as JSON", mixinStandardHelpOptions = true)
    void show(@Parameters(paramLabel = "USER_ID") String id) {
        OperatorClient client = operator.client();
        operator.out().println(client.get(path(client, id)).path("user").toPrettyString());
    }

    @Command(description = "Keeps a user from signing in, and ends all sign-ins", mixinStandardHelpOptions = true)
    void deactivate(@Parameters(paramLabel = "USER_ID") String id) {
        change(id, "/deactivate");
    }

    @Command(description = "Lets a user sign in (again)", mixinStandardHelpOptions = true)
    void activate(@Parameters(paramLabel = "USER_ID") String id) {
        change(id, "/activate");
    }

    private void change(String id, String action) {
        OperatorClient client = operator.client();
        JsonNode answer = client.patch(path(client, id) + action, null);
        operator.say(answer, answer.path("user").path("status").asString());
    }

    private String path(OperatorClient client, String id) {
        return operator.appPath(client) + "/users/" + Segment.of(id);
    }
}
