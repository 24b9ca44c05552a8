package io.github.passage4j.server.transfer;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A user on the way in: what the Management API shows of one (Passage contract 4.4), of which only {@code id} and one identifier are
 * required. Times are RFC 3339.
 */
public record UserRecord(
        @Nullable String id,
        @Nullable String email,
        @Nullable Boolean emailVerified,
        @Nullable String phone,
        @Nullable Boolean phoneVerified,
        @Nullable String status,
        @Nullable Integer loginCount,
        @Nullable JsonObject userMetadata,
        @Nullable String createdAt,
        @Nullable String lastLoginAt) {}
