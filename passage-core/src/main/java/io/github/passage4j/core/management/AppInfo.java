package io.github.passage4j.core.management;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of a Passage app.
 *
 * @param id the app id
 * @param name what people call it
 * @param authOrigin the origin that passkeys are for
 * @param loginUrl path of the page to sign in
 * @param redirectUrl path of the page after that
 * @param defaultLanguage of messages
 * @param allowedIdentifier {@code email}, {@code phone} or {@code both}
 * @param requiredIdentifier {@code email}, {@code phone}, {@code both} or {@code either}
 * @param publicSignup whether anybody may register
 * @param profileManagement whether users may change their profile
 * @param refreshEnabled whether there are refresh tokens; not told to the public
 * @param authMethods the names of the ways to sign in that are on, such as {@code passkeys}, {@code otp}, {@code magic_link}
 * @param json all that Passage said
 */
public record AppInfo(
        String id,
        String name,
        String authOrigin,
        String loginUrl,
        String redirectUrl,
        String defaultLanguage,
        String allowedIdentifier,
        String requiredIdentifier,
        boolean publicSignup,
        boolean profileManagement,
        boolean refreshEnabled,
        Set<String> authMethods,
        JsonObject json) {

    public AppInfo {
        authMethods = Set.copyOf(authMethods);
    }

    static AppInfo from(JsonObject wire) {
        return new AppInfo(
                Wire.text(wire, "id"),
                Wire.text(wire, "name"),
                Wire.text(wire, "auth_origin"),
                Wire.text(wire, "login_url"),
                Wire.text(wire, "redirect_url"),
                Wire.text(wire, "default_language"),
                Wire.text(wire, "allowed_identifier"),
                Wire.text(wire, "required_identifier"),
                Wire.flag(wire, "public_signup"),
                Wire.flag(wire, "profile_management"),
                Wire.flag(wire, "refresh_enabled"),
                enabled(Wire.object(wire, "auth_methods")),
                wire);
    }

    /** The public answer leaves out what is off; the owner's says {@code enabled: false}. */
    private static Set<String> enabled(JsonObject methods) {
        return methods.keySet().stream()
                .filter(method -> methods.get(method) instanceof JsonObject settings
                        && (!settings.containsKey("enabled") || Wire.flag(settings, "enabled")))
                .collect(Collectors.toSet());
    }
}
