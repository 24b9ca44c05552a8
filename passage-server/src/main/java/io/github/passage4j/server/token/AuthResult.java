package io.github.passage4j.server.token;

/**
 * The result of a sign-in (Passage contract 2.4).
 *
 * @param authToken the token
 * @param redirectUrl where the page goes next, never blank
 */
public record AuthResult(String authToken, String redirectUrl) {

    /** The answer around it. */
    public record Answer(AuthResult authResult) {}
}
