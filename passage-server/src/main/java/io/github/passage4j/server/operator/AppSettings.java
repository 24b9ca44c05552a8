package io.github.passage4j.server.operator;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.AllowedIdentifier;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.ElementCustomization;
import io.github.passage4j.server.apps.MetadataField;
import io.github.passage4j.server.apps.OwnPath;
import io.github.passage4j.server.config.Origin;
import io.github.passage4j.server.webauthn.AttestationPolicy;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants of an app; null leaves a thing as it is.
 *
 * @param name shown by authenticators, 1 to 100 characters
 * @param origin where its pages live
 * @param rpId what passkeys are bound to: the origin's host unless given, or a domain above it
 * @param loginUrl path of the login page
 * @param redirectUrl path of the page after it
 * @param defaultLanguage language tag of messages when none is wanted
 * @param allowedIdentifier what people sign in with: email, phone or both
 * @param look changes to {@code element_customization}; a null value makes one usual again
 * @param lookDark the same for the dark
 * @param attestation whether new passkeys must prove of which make they are: none or required
 * @param authenticators AAGUIDs that may be registered then; an empty list for all
 * @param tokenMinutes life of an auth token, 1 to 1440
 * @param refreshDays how long somebody stays signed in, 0 for not at all
 * @param refreshIdleDays how long unused; at most as long as somebody stays signed in
 * @param fields metadata fields to be added
 */
public record AppSettings(
        @Nullable String name,
        @Nullable String origin,
        @Nullable String rpId,
        @Nullable String loginUrl,
        @Nullable String redirectUrl,
        @Nullable String defaultLanguage,
        @Nullable String allowedIdentifier,
        @Nullable Boolean publicSignup,
        @Nullable Boolean passkeys,
        @Nullable Boolean otp,
        @Nullable Boolean magicLink,
        @Nullable Boolean profileManagement,
        @Nullable Boolean requireIdentifierVerification,
        @Nullable Boolean removeUnconfirmedPasskeys,
        @Nullable JsonObject look,
        @Nullable JsonObject lookDark,
        @Nullable String attestation,
        @Nullable List<String> authenticators,
        @Nullable Integer tokenMinutes,
        @Nullable Integer refreshDays,
        @Nullable Integer refreshIdleDays,
        @Nullable List<Field> fields) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_AUTHENTICATORS = 100;
    private static final int LONGEST_PATH = 255;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_DAYS = 365;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(?:-[A-Za-z]{2})?");

    /** A metadata field: key, label, type, and where it is shown. */
    public record Field(
            @Nullable String fieldName,
            @Nullable String friendlyName,
            @Nullable String type,
            @Nullable Boolean registration,
            @Nullable Boolean profile) {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

        private MetadataField toField(String id) {
            String key = Optional.ofNullable(fieldName)
                    .filter(text -> NAME.matcher(text).matches())
                    .orElseThrow(() -> PassageException.invalid("field_name", "must be such as first_name"));
            String label = friendlyName == null || friendlyName.isBlank() ? key : friendlyName.strip();
            if (label.length() > 64) {
                throw PassageException.invalid("friendly_name", "must have at most 64 characters");
            }
            return new MetadataField(
                    id, key, label, parsedType(), Boolean.TRUE.equals(registration), !Boolean.FALSE.equals(profile));
        }

        private MetadataField.Type parsedType() {
            try {
                return MetadataField.Type.valueOf(String.valueOf(type).toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw PassageException.invalid("type", "must be one of string, boolean, integer, date, phone, email");
            }
        }
    }

    /**
     * Makes the app of these settings.
     *
     * @throws PassageException 400 with the name of what is missing or wrong
     */
    App create(SecureRandom random, Instant now) {
        if (name == null) {
            throw PassageException.invalid("name", "is required");
        }
        App app = new App(RandomIds.next(random), checkedName(name), parsedOrigin(), now);
        apply(app, random, now);
        return app;
    }

    /**
     * Changes an app. The caller's transaction must be rolled back when this fails.
     *
     * @throws PassageException 400 with the name of what is wrong
     */
    void apply(App app, SecureRandom random, Instant now) {
        ifGiven(name, text -> app.rename(checkedName(text), now));
        ifGiven(origin, text -> app.moveTo(parsedOrigin(), now));
        ifGiven(rpId, domain -> app.bindPasskeysTo(domain.toLowerCase(Locale.ROOT), now));
        ifGiven(loginUrl, path -> app.logInAt(OwnPath.require("login_url", path, LONGEST_PATH), now));
        ifGiven(redirectUrl, path -> app.goOnAt(OwnPath.require("redirect_url", path, LONGEST_PATH), now));
        ifGiven(defaultLanguage, tag -> app.speak(checkedLanguage(tag), now));
        ifGiven(allowedIdentifier, text -> app.allowIdentifier(parsedIdentifier(text), now));
        ifGiven(publicSignup, allowed -> app.letSignUp(allowed, now));
        ifGiven(passkeys, offered -> app.offerPasskeys(offered, now));
        ifGiven(otp, offered -> app.offerOneTimeCodes(offered, now));
        ifGiven(magicLink, offered -> app.offerMagicLinks(offered, now));
        ifGiven(profileManagement, allowed -> app.letManageProfile(allowed, now));
        ifGiven(requireIdentifierVerification, demanded -> app.demandVerification(demanded, now));
        ifGiven(removeUnconfirmedPasskeys, removed -> app.removeUnconfirmedPasskeys(removed, now));
        ifGiven(look, given -> app.decorate(ElementCustomization.merge("look", app.look(), given), now));
        ifGiven(
                lookDark,
                given -> app.decorateTheDark(ElementCustomization.merge("look_dark", app.lookInTheDark(), given), now));
        if (attestation != null || authenticators != null) {
            app.demandAttestation(parsedPolicy(app.attestation()), now);
        }
        ifGiven(
                tokenMinutes,
                minutes ->
                        app.limitTokens(Duration.ofMinutes(between("token_minutes", minutes, 1, MOST_MINUTES)), now));
        if (refreshDays != null || refreshIdleDays != null) {
            refresh(app, now);
        }
        if (!app.hasPasskeys() && !app.hasOneTimeCodes() && !app.hasMagicLinks()) {
            throw PassageException.invalid("passkeys", "or otp or magic_link must be on");
        }
        ifGiven(fields, all -> all.forEach(field -> add(app, field, random)));
    }

    /** What is not given stays as it is; the idle time is never longer than the whole. */
    private void refresh(App app, Instant now) {
        if (refreshDays != null && refreshDays == 0) {
            app.keepNobodySignedIn(now);
            return;
        }
        Duration whole = refreshDays == null
                ? app.refreshAbsoluteLifetime()
                : Duration.ofDays(between("refresh_days", refreshDays, 0, MOST_DAYS));
        Duration idle = refreshIdleDays == null
                ? shorter(app.refreshIdleLifetime(), whole)
                : Duration.ofDays(between("refresh_idle_days", refreshIdleDays, 1, (int) whole.toDays()));
        app.keepSignedIn(whole, idle, now);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void add(App app, Field field, SecureRandom random) {
        MetadataField added = field.toField(RandomIds.next(random));
        boolean isThere = app.metadataFields().stream()
                .anyMatch(present -> present.fieldName().equals(added.fieldName()));
        if (isThere) {
            throw PassageException.invalid("field_name", "is that of another field");
        }
        app.addMetadataField(added);
    }

    private Origin parsedOrigin() {
        try {
            return Origin.parse(String.valueOf(origin));
        } catch (IllegalArgumentException e) {
            throw PassageException.invalid("origin", "must be an origin such as https://shop.example, without a path");
        }
    }

    private static AllowedIdentifier parsedIdentifier(String text) {
        return Arrays.stream(AllowedIdentifier.values())
                .filter(allowed -> allowed.text().equals(text))
                .findFirst()
                .orElseThrow(() -> PassageException.invalid("allowed_identifier", "must be email, phone or both"));
    }

    private AttestationPolicy parsedPolicy(AttestationPolicy present) {
        if (attestation != null && !"none".equals(attestation) && !"required".equals(attestation)) {
            throw PassageException.invalid("attestation", "must be none or required");
        }
        boolean isRequired = attestation == null ? present.isRequired() : "required".equals(attestation);
        Set<String> models = authenticators == null
                ? present.models()
                : authenticators.stream().map(AppSettings::parsedAaguid).collect(Collectors.toSet());
        if (models.size() > MOST_AUTHENTICATORS) {
            throw PassageException.invalid("authenticators", "must be at most " + MOST_AUTHENTICATORS);
        }
        if (!isRequired && authenticators != null && !models.isEmpty()) {
            throw PassageException.invalid("authenticators", "can be told apart only with attestation required");
        }
        return isRequired ? AttestationPolicy.required(models) : AttestationPolicy.NONE;
    }

    private static String parsedAaguid(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw PassageException.invalid("authenticators", "must be AAGUIDs, which are written like UUIDs");
        }
    }

    private static String checkedName(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw PassageException.invalid("name", "must have 1 to 100 characters, no control characters");
        }
        return stripped;
    }

    private static String checkedLanguage(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw PassageException.invalid("default_language", "must be a language such as en or pt-BR");
        }
        return tag;
    }

    private static int between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw PassageException.invalid(field, "must be from " + least + " to " + most);
        }
        return value;
    }

    private static <T> void ifGiven(@Nullable T value, Consumer<T> action) {
        if (value != null) {
            action.accept(value);
        }
    }
}
