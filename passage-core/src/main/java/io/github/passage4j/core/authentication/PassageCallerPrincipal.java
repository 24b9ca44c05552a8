package io.github.passage4j.core.authentication;

import io.github.passage4j.core.config.Secret;
import io.github.passage4j.core.token.VerifiedToken;
import jakarta.security.enterprise.CallerPrincipal;
import java.time.Instant;

/** A caller whose token was verified. Its {@link #getName() name} is the Passage user id. */
public final class PassageCallerPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final Instant expiry;
    private final transient Secret token;

    /**
     * @param verified what the token said
     * @param token the token itself
     */
    public PassageCallerPrincipal(VerifiedToken verified, Secret token) {
        super(verified.subject());
        this.expiry = verified.expiry();
        this.token = token;
    }

    /** The Passage user id; never blank. */
    public String passageId() {
        return getName();
    }

    /** When the token that proved this ends. */
    public Instant expiry() {
        return expiry;
    }

    /** The token that proved this: to ask Passage in the caller's name. */
    public Secret token() {
        return token;
    }
}
