package io.github.passage4j.server.token;

import java.util.Optional;

/** A token whose signature, app and time were checked. Only {@link TokenVerifier} makes one. */
public final class VerifiedToken {

    private final String subject;
    private final Optional<String> signInId;

    VerifiedToken(String subject, Optional<String> signInId) {
        this.subject = subject;
        this.signInId = signInId;
    }

    /** Passage id of the user. */
    public String subject() {
        return subject;
    }

    /** The sign-in that it came of; empty where the app keeps nobody signed in. */
    public Optional<String> signInId() {
        return signInId;
    }
}
