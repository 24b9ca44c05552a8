package io.github.passage4j.server.wire;

/**
 * The body of every refusal.
 *
 * @param code one of {@link ErrorCode}, in lower case
 * @param error a sentence for developers
 */
public record ErrorBody(String code, String error) {}
