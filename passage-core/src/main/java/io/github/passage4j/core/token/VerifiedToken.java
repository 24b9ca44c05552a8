package io.github.passage4j.core.token;

import java.time.Instant;

/** What a token said, after every check passed. Only {@link TokenVerifier} makes one, so that holding one is proof. */
public final class VerifiedToken {

    private final String subject;
    private final Instant expiry;

    VerifiedToken(String subject, Instant expiry) {
        this.subject = subject;
        this.expiry = expiry;
    }

    /** The Passage user id ({@code sub}, RFC 7519 §4.1.2); never blank. */
    public String subject() {
        return subject;
    }

    /** The end of the token's life ({@code exp}, RFC 7519 §4.1.4), without leeway. */
    public Instant expiry() {
        return expiry;
    }
}
