package io.github.passage4j.server.mail;

import java.util.List;
import java.util.stream.Collectors;

/** The outbox as a page without scripts. */
final class OutboxPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8">
            <title>Outbox</title>
            <style>body { font-family: sans-serif; max-width: 50em; margin: 2em auto } pre { white-space: pre-wrap }</style>
            </head>
            <body>
            <h1>Outbox</h1>
            <p>No SMTP host is set: messages stay here, newest first, until the server stops.</p>
            """;

    private OutboxPage() {}

    static String of(List<Outbox.Entry> entries) {
        return entries.stream().map(OutboxPage::article).collect(Collectors.joining("", HEAD, "</body>\n</html>\n"));
    }

    private static String article(Outbox.Entry entry) {
        return "<article>\n<h2>%s</h2>\n<p>%s, to %s</p>\n<pre>%s</pre>\n</article>\n"
                .formatted(
                        Html.escape(entry.subject()),
                        entry.createdAt(),
                        Html.escape(entry.to()),
                        Html.escape(entry.text()));
    }
}
