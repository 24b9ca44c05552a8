package io.github.passage4j.server.jwks;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.Apps;
import io.github.passage4j.server.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Advances the {@link KeyRotation} of every app. */
@ApplicationScoped
public class KeyUpkeep implements Chore {

    private static final Logger LOG = System.getLogger(KeyUpkeep.class.getName());

    private Apps apps;
    private KeyRotation rotation;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected KeyUpkeep() {}

    /** Makes the chore. */
    @Inject
    public KeyUpkeep(Apps apps, KeyRotation rotation) {
        this.apps = apps;
        this.rotation = rotation;
    }

    @Override
    public void attend() {
        apps.all().forEach(this::advance);
    }

    private void advance(App app) {
        try {
            rotation.advance(app);
        } catch (RuntimeException e) {
            // The other apps have keys, too
            LOG.log(Level.WARNING, "Signing keys of app " + app.id() + " could not be looked after", e);
        }
    }
}
