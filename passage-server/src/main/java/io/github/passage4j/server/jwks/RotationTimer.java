package io.github.passage4j.server.jwks;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.Apps;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Advances the {@link KeyRotation} of every app, every ten minutes, the first time a minute after the start. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RotationTimer {

    private static final Logger LOG = System.getLogger(RotationTimer.class.getName());
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMinutes(10);

    @Resource
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls anything
    TimerService timers;

    private final Apps apps;
    private final KeyRotation rotation;

    /** Makes the timer. */
    @Inject
    public RotationTimer(Apps apps, KeyRotation rotation) {
        this.apps = apps;
        this.rotation = rotation;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected RotationTimer() {
        this.apps = null;
        this.rotation = null;
    }

    @PostConstruct
    void start() {
        timers.createIntervalTimer(FIRST.toMillis(), BETWEEN.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void run() {
        apps.all().forEach(this::advance);
    }

    private void advance(App app) {
        try {
            rotation.advance(app);
        } catch (RuntimeException e) {
            // The timer must go on, for the other apps and the next time
            LOG.log(Level.WARNING, "Signing keys of app " + app.id() + " could not be looked after", e);
        }
    }
}
