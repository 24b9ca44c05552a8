package io.github.passage4j.server.jwks;

/** The signing keys of an app are about to be others than before: they are once the transaction is over. */
public record KeysChanged(String appId) {}
