package io.github.passage4j.server.users;

import io.github.passage4j.server.audit.UserEvent;
import io.github.passage4j.server.credential.FriendlyName;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of an account as the Management API shows it (Passage contract 4.4): every key is present.
 *
 * @param type one of {@link io.github.passage4j.server.audit.EventType}, in lower case
 * @param completedAt null when it was refused or only begun
 * @param socialLoginType always null: there is no social login
 */
@JsonbNillable
public record RecentEventView(
        String id,
        String action,
        String status,
        String type,
        Instant createdAt,
        @Nullable Instant completedAt,
        String ipAddr,
        String userAgent,
        String userAgentDisplay,
        @Nullable String socialLoginType) {

    /** Shows an event. */
    static RecentEventView of(UserEvent event) {
        return new RecentEventView(
                event.id(),
                event.type().action().text(),
                event.isComplete() ? "complete" : "incomplete",
                event.type().text(),
                event.createdAt(),
                event.completedAt().orElse(null),
                event.address(),
                event.userAgent(),
                FriendlyName.ofProgram(event.userAgent()).orElse(""),
                null);
    }
}
