package io.github.passage4j.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code export} and {@code import}: users and passkeys as lines of JSON; users also as CSV. */
final class TransferCommand {

    private TransferCommand() {}

    /** Writes everything out. */
    @Command(
            name = "export",
            description = "Writes users and passkeys as JSON, a line each: {\"user\":…} or {\"passkey\":…}",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private OperatorCommand operator;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Where to; must not exist. Default: standard output")
        private @Nullable Path output;

        @Override
        public Integer call() throws IOException {
            if (output == null) {
                write(operator.out());
            } else {
                if (Files.exists(output)) {
                    throw new OperatorClient.FailedException(output + " exists");
                }
                try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8))) {
                    write(file);
                }
            }
            return ExitCode.OK;
        }

        private void write(PrintWriter to) {
            OperatorClient client = operator.client();
            String path = operator.appPath(client) + "/transfer?after=";
            JsonNode page = client.get(path);
            while (!page.path("users").isEmpty()) {
                page.path("users").forEach(user -> line(to, "user", user));
                page.path("passkeys").forEach(passkey -> line(to, "passkey", passkey));
                String last = page.path("users")
                        .path(page.path("users").size() - 1)
                        .path("id")
                        .stringValue();
                page = client.get(path + last);
            }
            to.flush();
        }

        private static void line(PrintWriter to, String kind, JsonNode value) {
            ObjectNode line = OperatorClient.JSON.createObjectNode();
            line.set(kind, value);
            to.println(line);
        }
    }

    /** Takes users and passkeys over. */
    @Command(
            name = "import",
            description = {
                "Takes over users and passkeys. What is there stays, so this may be repeated.",
                "FILE.csv: users, by the names in the first line; columns that are not known are metadata.",
                "FILE.json or .jsonl: an array or lines of users or passkeys, or what export wrote."
            },
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {

        private static final Set<String> KNOWN = Set.of(
                "id",
                "email",
                "email_verified",
                "phone",
                "phone_verified",
                "status",
                "created_at",
                "updated_at",
                "last_login_at",
                "login_count");
        private static final Set<String> BOOLEANS = Set.of("email_verified", "phone_verified");
        private static final Set<String> TRUE = Set.of("true", "yes", "1");
        private static final Set<String> FALSE = Set.of("false", "no", "0");

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private OperatorCommand operator;

        @Parameters(paramLabel = "FILE")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Path file;

        private int created;
        private int completed;
        private int present;
        private int refused;

        @Override
        public Integer call() {
            OperatorClient client = operator.client();
            String path = operator.appPath(client) + "/transfer/";
            int number = 0;
            List<JsonNode> entries = entries();
            for (JsonNode entry : entries) {
                number++;
                take(client, path, entry, number);
            }
            for (JsonNode passkey : withoutKeys(entries)) {
                number++;
                take(client, path, passkey, number);
            }
            operator.say(
                    OperatorClient.JSON
                            .createObjectNode()
                            .put("created", created)
                            .put("completed", completed)
                            .put("present", present)
                            .put("refused", refused),
                    created + " created, " + completed + " completed, " + present + " present, " + refused
                            + " refused");
            return refused == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }

        private void take(OperatorClient client, String path, JsonNode entry, int number) {
            boolean isPasskey = entry.has("passkey") || entry.has("credential_id");
            JsonNode body =
                    entry.has("passkey") ? entry.path("passkey") : entry.has("user") ? entry.path("user") : entry;
            try {
                JsonNode answer = client.post(path + (isPasskey ? "passkeys" : "users"), body);
                switch (answer.path("outcome").asString()) {
                    case "created" -> created++;
                    case "completed" -> completed++;
                    default -> present++;
                }
            } catch (OperatorClient.FailedException e) {
                refused++;
                operator.out().println("record " + number + ": " + e.getMessage());
            }
        }

        /** Passkeys that come as devices of their users only, without public keys: known, until somebody brings the keys. */
        private static List<JsonNode> withoutKeys(List<JsonNode> entries) {
            Set<String> others = entries.stream()
                    .map(entry -> entry.has("passkey") ? entry.path("passkey") : entry)
                    .map(entry -> entry.path("credential_id").asString(""))
                    .collect(Collectors.toSet());
            List<JsonNode> passkeys = new ArrayList<>();
            for (JsonNode entry : entries) {
                JsonNode user = entry.has("user") ? entry.path("user") : entry;
                for (JsonNode device : user.path("webauthn_devices")) {
                    String id = device.path("cred_id").asString("");
                    if (!id.isEmpty() && !others.contains(id)) {
                        passkeys.add(OperatorClient.JSON
                                .createObjectNode()
                                .put("user_id", user.path("id").asString(""))
                                .put("credential_id", id)
                                .put(
                                        "friendly_name",
                                        device.path("friendly_name").asString(""))
                                .put("created_at", device.path("created_at").asString("")));
                    }
                }
            }
            return passkeys;
        }

        private List<JsonNode> entries() {
            try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? csv(reader) : json(reader);
            } catch (IOException | JacksonException | IllegalArgumentException e) {
                throw new OperatorClient.FailedException("Can't read " + file + ": " + e.getMessage());
            }
        }

        private static List<JsonNode> json(BufferedReader reader) {
            List<JsonNode> entries = new ArrayList<>();
            try (var values = OperatorClient.JSON.readerFor(JsonNode.class).<JsonNode>readValues(reader)) {
                while (values.hasNextValue()) {
                    JsonNode value = values.nextValue();
                    if (value.isArray()) {
                        value.forEach(entries::add);
                    } else {
                        entries.add(value);
                    }
                }
            }
            return entries;
        }

        private static List<JsonNode> csv(BufferedReader reader) throws IOException {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreSurroundingSpaces(true)
                    .get();
            try (CSVParser parser = format.parse(reader)) {
                List<JsonNode> entries = new ArrayList<>();
                for (CSVRecord row : parser) {
                    entries.add(user(row));
                }
                return entries;
            }
        }

        private static boolean isTrue(CSVRecord row, String column, String value) {
            if (!TRUE.contains(value) && !FALSE.contains(value)) {
                throw new IllegalArgumentException(
                        "record " + row.getRecordNumber() + ": " + column + " must be true or false");
            }
            return TRUE.contains(value);
        }

        private static JsonNode user(CSVRecord row) {
            ObjectNode user = OperatorClient.JSON.createObjectNode();
            ObjectNode metadata = OperatorClient.JSON.createObjectNode();
            row.toMap().forEach((heading, value) -> {
                String column = heading.replace("\uFEFF", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '_');
                String member = "user_id".equals(column) ? "id" : column;
                if (value == null || value.isBlank()) {
                    return;
                }
                if (!KNOWN.contains(member)) {
                    metadata.put(member, value);
                } else if (BOOLEANS.contains(member)) {
                    user.put(member, isTrue(row, member, value.strip().toLowerCase(Locale.ROOT)));
                } else {
                    user.put(member, value.strip());
                }
            });
            if (!metadata.isEmpty()) {
                user.set("user_metadata", metadata);
            }
            return user;
        }
    }
}
