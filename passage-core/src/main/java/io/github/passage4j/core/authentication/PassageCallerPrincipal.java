package io.github.passage4j.core.authentication;

import io.github.passage4j.core.token.VerifiedToken;
import jakarta.security.enterprise.CallerPrincipal;
import java.time.Instant;

/** A caller whose token was verified. Its {@link #getName() name} is the Passage user id. */
public final class PassageCallerPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final Instant expiry;

    public PassageCallerPrincipal(VerifiedToken token) {
        super(token.subject());
        this.expiry = token.expiry();
    }

    /** The Passage user id; never blank. */
    public String passageId() {
        return getName();
    }

    /** When the token that proved this ends. */
    public Instant expiry() {
        return expiry;
    }
}
