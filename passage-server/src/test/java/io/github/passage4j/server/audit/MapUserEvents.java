package io.github.passage4j.server.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events, in memory. */
public final class MapUserEvents implements UserEvents {

    private static final Comparator<UserEvent> NEWEST_FIRST = Comparator.comparing(UserEvent::createdAt)
            .thenComparing(UserEvent::id)
            .reversed();

    private final List<UserEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void add(UserEvent event) {
        events.add(event);
    }

    @Override
    public void addAlone(UserEvent event) {
        add(event);
    }

    @Override
    public List<UserEvent> recent(String appId, String userId) {
        return Stream.of(true, false)
                .flatMap(isComplete -> of(userId)
                        .filter(event -> event.appId().equals(appId) && event.isComplete() == isComplete)
                        .limit(RECENT))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    @Override
    public void removeOf(String appId, String userId) {
        events.removeIf(event -> event.appId().equals(appId) && event.userId().equals(userId));
    }

    @Override
    public int removeUntil(Instant last, int most) {
        List<UserEvent> old = events.stream()
                .filter(event -> !event.createdAt().isAfter(last))
                .limit(most)
                .toList();
        events.removeAll(old);
        return old.size();
    }

    @Override
    public int trim(int keep, int most) {
        Map<String, Map<Boolean, List<UserEvent>>> groups = events.stream()
                .sorted(NEWEST_FIRST)
                .collect(Collectors.groupingBy(UserEvent::userId, Collectors.partitioningBy(UserEvent::isComplete)));
        List<UserEvent> surplus = groups.values().stream()
                .flatMap(ofUser -> ofUser.values().stream())
                .flatMap(group -> group.stream().skip(keep))
                .limit(most)
                .toList();
        events.removeAll(surplus);
        return surplus.size();
    }

    private Stream<UserEvent> of(String userId) {
        return events.stream().filter(event -> event.userId().equals(userId)).sorted(NEWEST_FIRST);
    }
}
