package io.github.passage4j.core.reconciliation;

import io.github.passage4j.core.config.InvalidSettingException;
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
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Runs the {@link UserReconciliation} every {@code passage.reconciliation.interval}, such as {@code PT1H}, the first time a minute after the
 * start. Without the setting it never runs. An enterprise bean, because that is the standard's timer which knows transactions.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReconciliationTimer {

    private static final String INTERVAL = "passage.reconciliation.interval";
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(ReconciliationTimer.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls anything
    TimerService timers;

    private final UserReconciliation reconciliation;
    private final Config config;

    @Inject
    public ReconciliationTimer(UserReconciliation reconciliation, Config config) {
        this.reconciliation = reconciliation;
        this.config = config;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected ReconciliationTimer() {
        this.reconciliation = null;
        this.config = null;
    }

    @PostConstruct
    void start() {
        interval(config)
                .ifPresent(interval -> timers.createIntervalTimer(
                        FIRST.toMillis(), interval.toMillis(), new TimerConfig(null, false)));
    }

    static Optional<Duration> interval(Config config) {
        try {
            return config.getOptionalValue(INTERVAL, String.class)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(Duration::parse)
                    .map(ReconciliationTimer::checked);
        } catch (DateTimeParseException e) {
            throw new InvalidSettingException(INTERVAL, "must be a duration such as PT1H");
        }
    }

    private static Duration checked(Duration interval) {
        if (interval.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new InvalidSettingException(INTERVAL, "must be a minute or more");
        }
        return interval;
    }

    @Timeout
    void run() {
        try {
            ReconciliationReport report = reconciliation.run();
            LOG.log(
                    System.Logger.Level.INFO,
                    "Reconciliation: {0} Passage users, {1} rows made, {2} rows compared, {3} without Passage user: {4}",
                    report.passageUsers(),
                    report.created(),
                    report.rows(),
                    report.orphans().size(),
                    report.orphans());
        } catch (RuntimeException e) {
            // The timer must go on: the next run finds what this one missed
            LOG.log(System.Logger.Level.WARNING, "Reconciliation failed: " + e.getMessage());
        }
    }
}
