package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.credential.FriendlyName;
import io.github.passage4j.server.token.SignIn;
import java.time.Instant;

/**
 * A sign-in as its owner sees it; every key is present.
 *
 * @param expiresAt when it ends, unless it is used before
 * @param userAgent of the program that signed in; "" when it did not say
 * @param userAgentDisplay the browser and its system, such as {@code Chrome on Linux}; "" for other programs
 * @param current whether it is the caller's own
 */
public record SessionView(
        String id,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String userAgent,
        String userAgentDisplay,
        boolean current) {

    /** Shows a sign-in to a caller. */
    static SessionView of(SignIn signIn, Caller.SignedIn caller) {
        return new SessionView(
                signIn.id(),
                signIn.createdAt(),
                signIn.lastUsedAt(),
                signIn.expiresAt(),
                signIn.userAgent(),
                FriendlyName.ofProgram(signIn.userAgent()).orElse(""),
                caller.signInId().filter(signIn.id()::equals).isPresent());
    }
}
