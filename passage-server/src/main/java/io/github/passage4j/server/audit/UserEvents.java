package io.github.passage4j.server.audit;

import java.time.Instant;
import java.util.List;

/** Where events are kept. */
public interface UserEvents {

    /** Most events of each outcome that {@link #recent} gives. */
    int RECENT = 50;

    /** Keeps an event, in the caller's transaction if there is one. */
    void add(UserEvent event);

    /** Keeps an event in a transaction of its own, whatever becomes of the caller's. */
    void addAlone(UserEvent event);

    /**
     * The last events of an account, newest first: up to {@value #RECENT} that came to their end and as many that did not, so that a
     * flood of refusals hides nothing else.
     */
    List<UserEvent> recent(String appId, String userId);

    /** Drops the events of an account, in the caller's transaction. */
    void removeOf(String appId, String userId);

    /**
     * Drops some events of an instant or before.
     *
     * @param most how many at most
     * @return how many there were
     */
    int removeUntil(Instant last, int most);

    /**
     * Finds accounts with more events of one outcome than are to be kept, and drops their oldest.
     *
     * @param keep events of each outcome to be kept
     * @param most how many events are dropped at most
     * @return how many were dropped
     */
    int trim(int keep, int most);
}
