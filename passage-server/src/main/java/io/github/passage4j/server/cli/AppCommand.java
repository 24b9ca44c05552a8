package io.github.passage4j.server.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code app}: the apps of the server. */
@Command(name = "app", description = "Lists, shows, makes and changes apps", mixinStandardHelpOptions = true)
final class AppCommand {

    private static final List<String> COLUMNS = List.of("id", "name", "auth_origin", "created_at");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private OperatorCommand operator;

    @Command(description = "All apps", mixinStandardHelpOptions = true)
    void list() {
        JsonNode answer = operator.client().get("/apps");
        operator.table(answer, COLUMNS, answer.path("apps"));
    }

    @Command(description = "One app with all settings, as JSON", mixinStandardHelpOptions = true)
    void show() {
        OperatorClient client = operator.client();
        operator.out().println(client.get(operator.appPath(client)).path("app").toPrettyString());
    }

    @Command(description = "Makes an app: --name and --origin are required", mixinStandardHelpOptions = true)
    void create(@Mixin Settings settings) {
        JsonNode answer = operator.client().post("/apps", settings.toJson());
        operator.say(answer, answer.path("app").path("id").asString());
    }

    @Command(description = "Changes what is given and leaves the rest", mixinStandardHelpOptions = true)
    void update(@Mixin Settings settings) {
        OperatorClient client = operator.client();
        JsonNode answer = client.patch(operator.appPath(client), settings.toJson());
        operator.say(answer, "Changed.");
    }

    /** The settings of an app as options. */
    static final class Settings {

        @Option(names = "--name", description = "Name that authenticators show")
        private @Nullable String name;

        @Option(
                names = "--origin",
                description = "Origin of its pages, such as https://shop.example; its host is the RP ID")
        private @Nullable String origin;

        @Option(
                names = "--rp-id",
                paramLabel = "DOMAIN",
                description =
                        "RP ID of its passkeys: a domain above the host, such as shop.example for https://login.shop.example")
        private @Nullable String rpId;

        @Option(names = "--login-url", paramLabel = "PATH", description = "Path of the login page")
        private @Nullable String loginUrl;

        @Option(names = "--redirect-url", paramLabel = "PATH", description = "Path of the page after a login")
        private @Nullable String redirectUrl;

        @Option(names = "--language", description = "Language of messages when none is wanted")
        private @Nullable String defaultLanguage;

        @Option(
                names = "--identifier",
                paramLabel = "KIND",
                description = "What people sign in with: email, phone or both")
        private @Nullable String allowedIdentifier;

        @Option(names = "--sign-up", arity = "1", description = "true: anyone may sign up")
        private @Nullable Boolean publicSignup;

        @Option(names = "--passkeys", arity = "1", description = "true: passkeys are offered")
        private @Nullable Boolean passkeys;

        @Option(names = "--codes", arity = "1", description = "true: one-time codes are offered")
        private @Nullable Boolean otp;

        @Option(names = "--links", arity = "1", description = "true: magic links are offered")
        private @Nullable Boolean magicLink;

        @Option(names = "--manage-profile", arity = "1", description = "true: people may change their profile")
        private @Nullable Boolean profileManagement;

        @Option(
                names = "--require-verification",
                arity = "1",
                description = "true: an address is verified before the first passkey")
        private @Nullable Boolean requireIdentifierVerification;

        @Option(
                names = "--remove-unconfirmed",
                arity = "1",
                description = "true: passkeys from before an address was verified are removed")
        private @Nullable Boolean removeUnconfirmedPasskeys;

        @Option(
                names = "--look",
                paramLabel = "KEY=VALUE",
                description =
                        "A key of element_customization, such as passage_primary_button_background_color=#0b57d0; empty: as usual")
        private @Nullable Map<String, String> look;

        @Option(names = "--look-dark", paramLabel = "KEY=VALUE", description = "The same for the dark")
        private @Nullable Map<String, String> lookDark;

        @Option(
                names = "--attestation",
                paramLabel = "none|required",
                description = "required: new passkeys prove of which make they are")
        private @Nullable String attestation;

        @Option(
                names = "--authenticators",
                paramLabel = "AAGUID",
                split = ",",
                arity = "0..*",
                description = "Only these models, by AAGUID and with commas; none given: all")
        private @Nullable List<String> authenticators;

        @Option(names = "--token-minutes", description = "Life of an auth token")
        private @Nullable Integer tokenMinutes;

        @Option(names = "--refresh-days", description = "How long people stay signed in; 0: not at all")
        private @Nullable Integer refreshDays;

        @Option(names = "--refresh-idle-days", description = "How long unused")
        private @Nullable Integer refreshIdleDays;

        @Option(
                names = "--field",
                paramLabel = "NAME=TYPE",
                description =
                        "Adds a metadata field, shown in the profile: string, boolean, integer, date, phone or email")
        private @Nullable Map<String, String> fields;

        @Option(names = "--asked", description = "The added fields are asked for at registration")
        private boolean asked;

        JsonNode toJson() {
            ObjectNode json = OperatorClient.JSON.createObjectNode();
            put(json, "name", name);
            put(json, "origin", origin);
            put(json, "rp_id", rpId);
            put(json, "login_url", loginUrl);
            put(json, "redirect_url", redirectUrl);
            put(json, "default_language", defaultLanguage);
            put(json, "allowed_identifier", allowedIdentifier);
            put(json, "public_signup", publicSignup);
            put(json, "passkeys", passkeys);
            put(json, "otp", otp);
            put(json, "magic_link", magicLink);
            put(json, "profile_management", profileManagement);
            put(json, "require_identifier_verification", requireIdentifierVerification);
            put(json, "remove_unconfirmed_passkeys", removeUnconfirmedPasskeys);
            put(json, "look", lookOf(look));
            put(json, "look_dark", lookOf(lookDark));
            put(json, "attestation", attestation);
            if (authenticators != null) {
                ArrayNode all = json.putArray("authenticators");
                authenticators.forEach(all::add);
            }
            put(json, "token_minutes", tokenMinutes);
            put(json, "refresh_days", refreshDays);
            put(json, "refresh_idle_days", refreshIdleDays);
            if (fields != null) {
                ArrayNode all = json.putArray("fields");
                fields.forEach((field, type) -> all.addObject()
                        .put("field_name", field)
                        .put("type", type.toLowerCase(Locale.ROOT))
                        .put("registration", asked)
                        .put("profile", true));
            }
            return json;
        }

        private static @Nullable JsonNode lookOf(@Nullable Map<String, String> given) {
            if (given == null) {
                return null;
            }
            ObjectNode json = OperatorClient.JSON.createObjectNode();
            given.forEach((key, value) -> {
                if (value.isEmpty()) {
                    json.putNull(key);
                } else if (value.matches("[0-9]{1,9}")) {
                    json.put(key, Integer.parseInt(value));
                } else {
                    json.put(key, value);
                }
            });
            return json;
        }

        private static void put(ObjectNode json, String member, @Nullable Object value) {
            if (value != null) {
                json.putPOJO(member, value);
            }
        }
    }
}
