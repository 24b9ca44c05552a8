package io.github.passage4j.core.management;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Which magic link to make. Starts with whom it is for; what is not said is the app's default.
 *
 * <pre>{@code
 * MagicLinkRequest.toUser(passageId, MagicLinkRequest.Channel.PHONE).inLanguage("de").livingFor(Duration.ofMinutes(15))
 * }</pre>
 *
 * <p>Immutable: each method gives a new request.
 */
public final class MagicLinkRequest {

    private static final Set<String> LANGUAGES = Set.of("de", "en", "es", "fr", "it", "pl", "pt", "zh");

    /** How it is sent. */
    public enum Channel {
        EMAIL,
        PHONE
    }

    private final JsonObject wire;

    private MagicLinkRequest(JsonObject wire) {
        this.wire = wire;
    }

    /** For the user with this e-mail address, sent there. Passage makes the user when there is none. */
    public static MagicLinkRequest toEmail(String email) {
        return to("email", email, Channel.EMAIL);
    }

    /** For the user with this phone number (E.164), sent there. Passage makes the user when there is none. */
    public static MagicLinkRequest toPhone(String phone) {
        return to("phone", phone, Channel.PHONE);
    }

    /** For this user, sent by that channel. */
    public static MagicLinkRequest toUser(String passageId, Channel channel) {
        return to("user_id", passageId, channel);
    }

    private static MagicLinkRequest to(String member, String value, Channel channel) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(member + " is required");
        }
        return new MagicLinkRequest(Json.createObjectBuilder()
                .add(member, value)
                .add("channel", channel.name().toLowerCase(Locale.ROOT))
                .add("type", "login")
                .add("send", true)
                .build());
    }

    /** Only makes the link; the app delivers it. */
    public MagicLinkRequest withoutSending() {
        return new MagicLinkRequest(with(wire).add("send", false).build());
    }

    /** Proves that the user owns the address, instead of signing in only. */
    public MagicLinkRequest verifyingTheIdentifier() {
        return with("type", "verify_identifier");
    }

    /**
     * The language of the message.
     *
     * @throws IllegalArgumentException unless it is one of de, en, es, fr, it, pl, pt, zh
     */
    public MagicLinkRequest inLanguage(String language) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language must be one of de, en, es, fr, it, pl, pt, zh");
        }
        return with("language", language);
    }

    /** The page that holds the Elements, relative to the app's origin. */
    public MagicLinkRequest openingAt(String path) {
        return with("magic_link_path", path);
    }

    /** Where the user goes after that. */
    public MagicLinkRequest redirectingTo(String url) {
        return with("redirect_url", url);
    }

    /**
     * How long the link may be used.
     *
     * @throws IllegalArgumentException below one minute
     */
    public MagicLinkRequest livingFor(Duration time) {
        if (time.toMinutes() < 1) {
            throw new IllegalArgumentException("time must be a minute or more, but is " + time);
        }
        return new MagicLinkRequest(with(wire).add("ttl", time.toMinutes()).build());
    }

    JsonObject toJson() {
        return wire;
    }

    private MagicLinkRequest with(String member, String value) {
        return new MagicLinkRequest(with(wire).add(member, value).build());
    }

    private static JsonObjectBuilder with(JsonObject object) {
        return Json.createObjectBuilder(object);
    }

    /** Says nothing of whom it is for. */
    @Override
    public String toString() {
        return "MagicLinkRequest[type=" + wire.getString("type") + "]";
    }
}
