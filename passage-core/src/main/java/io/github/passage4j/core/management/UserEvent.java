package io.github.passage4j.core.management;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a user.
 *
 * @param id Passage's id of it
 * @param action {@code register}, {@code login} or {@code other}
 * @param status {@code complete} or {@code incomplete}
 * @param type what exactly, in Passage's words
 * @param createdAt when it began
 * @param completedAt when it ended, {@code null} when it did not
 * @param ipAddress address of the client
 * @param userAgent the client as it calls itself
 * @param userAgentDisplay the same, short
 * @param socialLoginType {@code apple}, {@code github}, {@code google}, or {@code null}
 */
public record UserEvent(
        String id,
        String action,
        String status,
        String type,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt,
        String ipAddress,
        String userAgent,
        String userAgentDisplay,
        @Nullable String socialLoginType) {

    static UserEvent from(JsonObject wire) {
        return new UserEvent(
                Wire.text(wire, "id"),
                Wire.text(wire, "action"),
                Wire.text(wire, "status"),
                Wire.text(wire, "type"),
                Wire.time(wire, "created_at"),
                Wire.time(wire, "completed_at"),
                Wire.text(wire, "ip_addr"),
                Wire.text(wire, "user_agent"),
                Wire.text(wire, "user_agent_display"),
                Wire.textOrNull(wire, "social_login_type"));
    }
}
