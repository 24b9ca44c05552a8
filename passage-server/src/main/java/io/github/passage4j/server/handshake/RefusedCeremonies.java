package io.github.passage4j.server.handshake;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells the log why a ceremony was refused, and the caller only that it was. */
public final class RefusedCeremonies {

    private static final Logger LOG = System.getLogger(RefusedCeremonies.class.getName());

    private RefusedCeremonies() {}

    /** Logs a refusal and makes the answer. */
    public static PassageException answer(
            App app, Handshake.Purpose purpose, CeremonyException refusal, ErrorCode code) {
        LOG.log(Level.INFO, "Ceremony {0} of app {1} refused: {2}", purpose, app.id(), refusal.getMessage());
        return new PassageException(code, "The passkey could not be verified. Please start again.");
    }
}
