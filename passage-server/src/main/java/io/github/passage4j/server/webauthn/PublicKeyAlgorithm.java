package io.github.passage4j.server.webauthn;

/** The signature algorithms that are offered to authenticators, most wanted first (COSE algorithm registry). */
public enum PublicKeyAlgorithm {
    /** ECDSA with SHA-256 on P-256. */
    ES256(-7),
    /** EdDSA on Ed25519. */
    EDDSA(-8),
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RS256(-257);

    private final int cose;

    PublicKeyAlgorithm(int cose) {
        this.cose = cose;
    }

    /** Number in the COSE registry. */
    public int cose() {
        return cose;
    }
}
