package io.github.passage4j.server.mail;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps messages for developers instead of sending them: the last hundred, newest first, until the server stops. */
public final class Outbox implements Mailer {

    private static final int CAPACITY = 100;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Clock clock;

    /** Makes an empty outbox. */
    public Outbox(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void send(Mail mail) {
        entries.addFirst(
                new Entry(mail.to(), mail.subject(), mail.text(), clock.instant(), mail.otp(), mail.magicLink()));
        while (entries.size() > CAPACITY) {
            entries.removeLast();
        }
    }

    /** The messages, newest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** A message as developers see it; absent values are null. */
    @JsonbNillable
    public record Entry(
            String to,
            String subject,
            String text,
            Instant createdAt,
            @Nullable String otp,
            @Nullable String magicLink) {}
}
