package io.github.passage4j.server.webauthn;

import java.util.Set;

/**
 * What authenticators must prove of themselves when they register (WebAuthn L3 §6.5).
 *
 * @param isRequired whether a statement is asked for, and must lead to a trusted root
 * @param models the AAGUIDs, as UUIDs, that may register; empty for all. Only a required statement makes them believable
 */
public record AttestationPolicy(boolean isRequired, Set<String> models) {

    /** Nothing is asked for, and nothing that comes is judged. */
    public static final AttestationPolicy NONE = new AttestationPolicy(false, Set.of());

    /** Keeps its own copy. */
    public AttestationPolicy {
        models = Set.copyOf(models);
    }

    /** A statement is asked for. */
    public static AttestationPolicy required(Set<String> models) {
        return new AttestationPolicy(true, models);
    }

    /** What {@code navigator.credentials.create()} is told (§5.4.7). */
    public String conveyance() {
        return isRequired ? "direct" : "none";
    }

    boolean allows(String aaguid) {
        return models.isEmpty() || models.contains(aaguid);
    }
}
