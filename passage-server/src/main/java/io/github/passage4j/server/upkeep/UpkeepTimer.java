package io.github.passage4j.server.upkeep;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Attends to every {@link Chore} every ten minutes, the first time a minute after the start. An enterprise bean, because that is the
 * standard's timer. Nothing that a chore throws reaches the container, which gives up a timer that failed twice.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UpkeepTimer {

    private static final Logger LOG = System.getLogger(UpkeepTimer.class.getName());
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMinutes(10);

    @Resource
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls anything
    TimerService timers;

    private final Iterable<Chore> chores;

    /** Makes the timer. */
    @Inject
    public UpkeepTimer(Instance<Chore> chores) {
        this((Iterable<Chore>) chores);
    }

    UpkeepTimer(Iterable<Chore> chores) {
        this.chores = chores;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UpkeepTimer() {
        this.chores = null;
    }

    @PostConstruct
    void start() {
        timers.createIntervalTimer(FIRST.toMillis(), BETWEEN.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void run() {
        chores.forEach(UpkeepTimer::attend);
    }

    private static void attend(Chore chore) {
        try {
            chore.attend();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Upkeep failed, and is tried again at the next time: " + chore, e);
        }
    }
}
