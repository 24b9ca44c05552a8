package io.github.passage4j.server.jwks;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/**
 * A signing key for operators, without the key itself.
 *
 * @param id key id, as in tokens
 * @param state {@code next}, {@code current} or {@code retired}
 * @param stateSince when it came to be that
 */
public record KeyView(String id, String state, Instant createdAt, Instant stateSince) implements Comparable<KeyView> {

    static KeyView of(SigningKey key) {
        return new KeyView(key.id(), key.state().name().toLowerCase(Locale.ROOT), key.createdAt(), key.stateSince());
    }

    /** Newest first. */
    @Override
    public int compareTo(KeyView other) {
        return Comparator.comparing(KeyView::createdAt)
                .reversed()
                .thenComparing(KeyView::id)
                .compare(this, other);
    }
}
