package io.github.passage4j.server.message;

/**
 * Somebody has shown that an address or number of an account is theirs, and may be another person than who had the account
 * until now: what that person began with it must not be finished.
 */
public record OwnerProved(String appId, String userId) {}
