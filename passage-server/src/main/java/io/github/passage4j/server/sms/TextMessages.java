package io.github.passage4j.server.sms;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.mail.MessageTexts;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes text messages, in as few words as there are. */
public final class TextMessages {

    private TextMessages() {}

    /**
     * A message with a one-time code.
     *
     * @param language wanted language tag; null for the app's
     * @param lifetime how long the code is good, told in minutes
     */
    public static Sms code(App app, String to, @Nullable String language, String code, Duration lifetime) {
        return sms(app, to, language, "sms.code", lifetime, Map.of("code", code));
    }

    /**
     * A message with a link.
     *
     * @param language wanted language tag; null for the app's
     * @param lifetime how long the link is good, told in minutes
     */
    public static Sms link(App app, String to, @Nullable String language, String address, Duration lifetime) {
        return sms(app, to, language, "sms.link", lifetime, Map.of("link", address));
    }

    /** Tells whoever reads a number that it is no longer that of their account. */
    public static Sms phoneChanged(App app, String to) {
        return sms(app, to, null, "sms.phone.changed", Duration.ZERO, Map.of());
    }

    private static Sms sms(
            App app, String to, @Nullable String language, String key, Duration lifetime, Map<String, String> more) {
        MessageTexts texts = MessageTexts.in(language, app.defaultLanguage());
        return new Sms(to, texts.text(key, MessageTexts.values(app, lifetime, more)));
    }
}
