package io.github.passage4j.server.apps;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What browsers may know of an app (Passage contract 3.3). Every key is present; a key in {@code authMethods} means that
 * the method works.
 */
public record AppInfo(
        String id,
        String name,
        String authOrigin,
        String loginUrl,
        String redirectUrl,
        String defaultLanguage,
        boolean ephemeral,
        String allowedIdentifier,
        String requiredIdentifier,
        boolean publicSignup,
        boolean profileManagement,
        boolean requireIdentifierVerification,
        boolean requireEmailVerification,
        int sessionTimeoutLength,
        String authFallbackMethod,
        int authFallbackMethodTtl,
        AuthMethods authMethods,
        Map<String, Object> socialConnections,
        boolean passageBranding,
        String rsaPublicKey,
        List<Field> userMetadataSchema,
        Layouts layouts,
        Map<String, Object> elementCustomization,
        Map<String, Object> elementCustomizationDark) {

    /** Widest row of the layout grid. */
    private static final int GRID_WIDTH = 6;

    /** The answer around it. */
    public record Answer(AppInfo app) {}

    /** The methods that work; passkeys have no settings, a method that is off is absent. */
    public record AuthMethods(
            @Nullable Map<String, Object> passkeys,
            @Nullable Timed otp,
            @Nullable Timed magicLink) {}

    /** A method with messages that are good for some seconds. */
    public record Timed(int ttl, String ttlDisplayUnit) {

        private static Timed of(Duration lifetime) {
            return new Timed((int) lifetime.toSeconds(), "m");
        }
    }

    /** A metadata field. */
    public record Field(
            String id, String fieldName, String friendlyName, String type, boolean registration, boolean profile) {}

    /** Where the fields stand at registration and in the profile. */
    public record Layouts(List<Cell> registration, List<Cell> profile) {}

    /** The place of one field in a grid of six columns. */
    public record Cell(String id, int x, int y, int w, int h) {}

    /** Describes an app. */
    public static AppInfo of(App app) {
        List<MetadataField> fields = app.metadataFields();
        return new AppInfo(
                app.id(),
                app.name(),
                app.authOrigin(),
                app.loginUrl(),
                app.redirectUrl(),
                app.defaultLanguage(),
                false,
                app.allowedIdentifier().text(),
                app.allowedIdentifier().required(),
                app.hasPublicSignup(),
                app.hasProfileManagement(),
                app.requiresIdentifierVerification(),
                app.requiresIdentifierVerification(),
                (int) app.tokenLifetime().toMinutes(),
                fallback(app),
                fallbackSeconds(app),
                new AuthMethods(
                        app.hasPasskeys() ? Map.of() : null,
                        app.hasOneTimeCodes() ? Timed.of(app.otpLifetime()) : null,
                        app.hasMagicLinks() ? Timed.of(app.magicLinkLifetime()) : null),
                Map.of(),
                false,
                "",
                fields.stream().map(AppInfo::field).toList(),
                new Layouts(
                        column(fields.stream()
                                .filter(MetadataField::isAskedAtRegistration)
                                .toList()),
                        column(fields.stream()
                                .filter(MetadataField::isInProfile)
                                .toList())),
                ElementCustomization.light(app),
                ElementCustomization.dark(app));
    }

    /** What the Elements fall back to: a code rather than a link. */
    private static String fallback(App app) {
        if (app.hasOneTimeCodes()) {
            return "otp";
        }
        return app.hasMagicLinks() ? "magic_link" : "none";
    }

    private static int fallbackSeconds(App app) {
        if (app.hasOneTimeCodes()) {
            return (int) app.otpLifetime().toSeconds();
        }
        return app.hasMagicLinks() ? (int) app.magicLinkLifetime().toSeconds() : 0;
    }

    private static Field field(MetadataField field) {
        String type = field.type().name().toLowerCase(Locale.ROOT);
        return new Field(
                field.id(),
                field.fieldName(),
                field.friendlyName(),
                type,
                field.isAskedAtRegistration(),
                field.isInProfile());
    }

    private static List<Cell> column(List<MetadataField> fields) {
        return IntStream.range(0, fields.size())
                .mapToObj(row -> new Cell(fields.get(row).id(), 0, row, GRID_WIDTH, 1))
                .toList();
    }
}
