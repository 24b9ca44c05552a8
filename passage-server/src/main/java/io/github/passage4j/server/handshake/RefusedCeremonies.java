package io.github.passage4j.server.handshake;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells the log and whoever counts why a ceremony was refused, and the caller only that it was. */
@ApplicationScoped
public class RefusedCeremonies {

    private static final Logger LOG = System.getLogger(RefusedCeremonies.class.getName());

    private Event<CeremonyRefused> refusals;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RefusedCeremonies() {}

    /** Makes the service. */
    @Inject
    public RefusedCeremonies(Event<CeremonyRefused> refusals) {
        this.refusals = refusals;
    }

    /** Logs a refusal, fires {@link CeremonyRefused}, and makes the answer. */
    public PassageException answer(App app, Handshake.Purpose purpose, CeremonyException refusal, ErrorCode code) {
        LOG.log(Level.INFO, "Ceremony {0} of app {1} refused: {2}", purpose, app.id(), refusal.getMessage());
        refusals.fire(new CeremonyRefused(purpose, refusal.reason()));
        return new PassageException(code, "The passkey could not be verified. Please start again.");
    }
}
