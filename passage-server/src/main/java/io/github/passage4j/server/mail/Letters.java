package io.github.passage4j.server.mail;

import io.github.passage4j.server.apps.App;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes messages. */
public final class Letters {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="UTF-8"><title>%s</title></head>
            <body style="font-family: Helvetica, Arial, sans-serif; color: #222222; max-width: 32em; margin: 2em auto">
            <p>%s</p>
            <p style="font-size: 1.5em">%s</p>
            <p>%s</p>
            <p>%s</p>
            </body>
            </html>
            """;

    private static final String NOTICE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="UTF-8"><title>%s</title></head>
            <body style="font-family: Helvetica, Arial, sans-serif; color: #222222; max-width: 32em; margin: 2em auto">
            <p>%s</p>
            <p>%s</p>
            </body>
            </html>
            """;

    private Letters() {}

    /**
     * A message with a one-time code.
     *
     * @param language wanted language tag; null for the app's
     * @param lifetime how long the code is good, told in minutes
     */
    public static Mail code(App app, String to, @Nullable String language, String code, Duration lifetime) {
        MessageTexts texts = MessageTexts.in(language, app.defaultLanguage());
        Map<String, String> values = MessageTexts.values(app, lifetime, Map.of("code", code));
        return new Mail(
                to,
                texts.text("code.subject", values),
                text(texts, "code.intro", code, values),
                html(texts, "code.subject", "code.intro", "<strong>" + Html.escape(code) + "</strong>", values),
                code,
                null);
    }

    /** What a link is for. */
    public enum Link {
        /** Signing in. */
        LOGIN("link.login"),
        /** Finishing a sign-up. */
        REGISTER("link.register"),
        /** Showing that an address is one's own. */
        VERIFY("link.verify");

        private final String key;

        Link(String key) {
            this.key = key;
        }
    }

    /**
     * A message with a link.
     *
     * @param language wanted language tag; null for the app's
     * @param lifetime how long the link is good, told in minutes
     */
    public static Mail link(
            App app, String to, @Nullable String language, Link kind, String address, Duration lifetime) {
        MessageTexts texts = MessageTexts.in(language, app.defaultLanguage());
        Map<String, String> values = MessageTexts.values(app, lifetime, Map.of());
        String subject = kind.key + ".subject";
        String intro = kind.key + ".intro";
        String anchor =
                "<a href=\"%s\">%s</a>".formatted(Html.escape(address), Html.escape(texts.text(subject, values)));
        return new Mail(
                to,
                texts.text(subject, values),
                text(texts, intro, address, values),
                html(texts, subject, intro, anchor, values),
                null,
                address);
    }

    /** Tells whoever reads an address that it is no longer that of their account. */
    public static Mail emailChanged(App app, String to) {
        MessageTexts texts = MessageTexts.in(null, app.defaultLanguage());
        Map<String, String> values = MessageTexts.values(app, Duration.ZERO, Map.of());
        String subject = texts.text("email.changed.subject", values);
        String intro = texts.text("email.changed.intro", values);
        String help = texts.text("email.changed.help", values);
        return new Mail(
                to,
                subject,
                intro + "\n\n" + help + "\n",
                NOTICE.formatted(texts.language(), Html.escape(subject), Html.escape(intro), Html.escape(help)),
                null,
                null);
    }

    private static String text(MessageTexts texts, String intro, String secret, Map<String, String> values) {
        return String.join(
                        "\n\n",
                        texts.text(intro, values),
                        secret,
                        texts.text("validity", values),
                        texts.text("ignore", values))
                + "\n";
    }

    private static String html(
            MessageTexts texts, String subject, String intro, String secret, Map<String, String> values) {
        return PAGE.formatted(
                texts.language(),
                Html.escape(texts.text(subject, values)),
                Html.escape(texts.text(intro, values)),
                secret,
                Html.escape(texts.text("validity", values)),
                Html.escape(texts.text("ignore", values)));
    }
}
