package io.github.passage4j.server.limits;

/** Somebody was refused because a budget was empty. */
public record LimitReached(RateLimit limit) {}
