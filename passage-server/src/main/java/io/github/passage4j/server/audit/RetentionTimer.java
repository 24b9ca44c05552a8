package io.github.passage4j.server.audit;

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

/**
 * Applies the {@link EventRetention} every ten minutes, the first time a minute after the start. Not inside requests: those hold rows
 * that a clean-up might wait for.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionTimer {

    private static final Logger LOG = System.getLogger(RetentionTimer.class.getName());
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMinutes(10);

    @Resource
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls anything
    TimerService timers;

    private final EventRetention retention;

    /** Makes the timer. */
    @Inject
    public RetentionTimer(EventRetention retention) {
        this.retention = retention;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected RetentionTimer() {
        this.retention = null;
    }

    @PostConstruct
    void start() {
        timers.createIntervalTimer(FIRST.toMillis(), BETWEEN.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void run() {
        try {
            retention.apply();
        } catch (RuntimeException e) {
            // The timer must go on: the next run finds what this one missed
            LOG.log(Level.WARNING, "Old account events could not be dropped", e);
        }
    }
}
