package io.github.passage4j.server.handshake;

import io.github.passage4j.server.webauthn.CeremonyException.Reason;

/** A ceremony came back and was refused. */
public record CeremonyRefused(Handshake.Purpose purpose, Reason reason) {}
