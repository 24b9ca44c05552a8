package io.github.passage4j.server.token;

import java.time.Instant;

/**
 * A sign-in that goes on, as its owner may see it.
 *
 * @param id 24 characters; no secret
 * @param createdAt when it began
 * @param lastUsedAt when it was last refreshed; when it began if it never was
 * @param expiresAt when it ends, unless it is used before
 * @param userAgent program that signed in, as it calls itself, at most 256 characters; "" when it did not say
 */
public record SignIn(String id, Instant createdAt, Instant lastUsedAt, Instant expiresAt, String userAgent) {

    static SignIn of(RefreshFamily family) {
        return new SignIn(family.id(), family.createdAt(), family.lastUsedAt(), family.idleUntil(), family.userAgent());
    }
}
