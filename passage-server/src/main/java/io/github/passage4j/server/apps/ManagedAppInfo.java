package io.github.passage4j.server.apps;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the Management API tells of an app (Passage contract 4.6): every method is there with a switch, and no key is
 * missing. Lifetimes are in seconds, the session's in minutes.
 */
public record ManagedAppInfo(
        String id,
        String name,
        String type,
        String authOrigin,
        List<String> additionalAuthOrigins,
        List<String> allowedCallbackUrls,
        List<String> allowedLogoutUrls,
        String applicationLoginUri,
        String loginUrl,
        String redirectUrl,
        boolean hosted,
        String hostedSubdomain,
        String hostedTheme,
        boolean autoThemeEnabled,
        String defaultLanguage,
        String allowedIdentifier,
        String requiredIdentifier,
        String authFallbackMethod,
        int authFallbackMethodTtl,
        Methods authMethods,
        Map<String, Object> elementCustomization,
        Map<String, Object> elementCustomizationDark,
        AppInfo.Layouts layouts,
        List<AppInfo.Field> userMetadataSchema,
        boolean publicSignup,
        boolean profileManagement,
        boolean requireEmailVerification,
        boolean requireIdentifierVerification,
        int sessionTimeoutLength,
        boolean refreshEnabled,
        long refreshAbsoluteLifetime,
        long refreshInactivityLifetime,
        String rsaPublicKey,
        boolean passageBranding,
        String role,
        List<String> technologies,
        Instant createdAt) {

    private static final Timed OFF = new Timed(false, 300, "m");

    /** The answer around it. */
    public record Answer(ManagedAppInfo app) {}

    /** The ways to sign in. */
    public record Methods(Switch passkeys, Timed magicLink, Timed otp) {}

    /** On or off. */
    public record Switch(boolean enabled) {}

    /** On or off, and for how many seconds a message is good. */
    public record Timed(boolean enabled, int ttl, String ttlDisplayUnit) {

        private static Timed of(AppInfo.@Nullable Timed method) {
            return method == null ? OFF : new Timed(true, method.ttl(), method.ttlDisplayUnit());
        }
    }

    /** Describes an app. */
    public static ManagedAppInfo of(App app) {
        AppInfo shown = AppInfo.of(app);
        return new ManagedAppInfo(
                app.id(),
                app.name(),
                "complete",
                app.authOrigin(),
                List.of(),
                List.of(),
                List.of(),
                "",
                app.loginUrl(),
                app.redirectUrl(),
                false,
                "",
                "light",
                false,
                app.defaultLanguage(),
                shown.allowedIdentifier(),
                shown.requiredIdentifier(),
                shown.authFallbackMethod(),
                shown.authFallbackMethodTtl(),
                new Methods(
                        new Switch(app.hasPasskeys()),
                        Timed.of(shown.authMethods().magicLink()),
                        Timed.of(shown.authMethods().otp())),
                shown.elementCustomization(),
                shown.elementCustomizationDark(),
                shown.layouts(),
                shown.userMetadataSchema(),
                shown.publicSignup(),
                shown.profileManagement(),
                shown.requireEmailVerification(),
                shown.requireIdentifierVerification(),
                shown.sessionTimeoutLength(),
                app.hasRefreshTokens(),
                app.refreshAbsoluteLifetime().toSeconds(),
                app.refreshIdleLifetime().toSeconds(),
                shown.rsaPublicKey(),
                shown.passageBranding(),
                "",
                List.of(),
                app.createdAt());
    }
}
