package io.github.passage4j.server.token;

/** A token whose signature, app and time were checked. Only {@link TokenVerifier} makes one. */
public final class VerifiedToken {

    private final String subject;

    VerifiedToken(String subject) {
        this.subject = subject;
    }

    /** Passage id of the user. */
    public String subject() {
        return subject;
    }
}
