package io.github.passage4j.core.management;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place where a user is signed in: a browser, as a rule.
 *
 * @param id Passage's id of it, which {@link OwnAccount#endSession} takes
 * @param createdAt when it began
 * @param lastUsedAt when it was last renewed
 * @param expiresAt when it ends, unless it is used before
 * @param userAgent of the program that signed in; empty when it did not say
 * @param userAgentDisplay the same as people read it, such as {@code Chrome on Linux}; empty when it is no browser
 * @param isCurrent whether the token that asked belongs to it
 */
public record OwnSession(
        String id,
        @Nullable Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        String userAgent,
        String userAgentDisplay,
        boolean isCurrent) {

    static OwnSession from(JsonObject wire) {
        return new OwnSession(
                Wire.text(wire, "id"),
                Wire.time(wire, "created_at"),
                Wire.time(wire, "last_used_at"),
                Wire.time(wire, "expires_at"),
                Wire.text(wire, "user_agent"),
                Wire.text(wire, "user_agent_display"),
                Wire.flag(wire, "current"));
    }
}
