package io.github.passage4j.core.authentication;

import jakarta.security.enterprise.credential.Credential;

/** A Passage auth token as it was offered: nothing about it has been checked. */
public final class TokenCredential implements Credential {

    private final String token;

    public TokenCredential(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    @Override
    public String toString() {
        return "TokenCredential[secret]";
    }
}
