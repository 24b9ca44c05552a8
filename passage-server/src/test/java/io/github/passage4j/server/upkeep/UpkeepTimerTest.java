package io.github.passage4j.server.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpkeepTimerTest {

    private final List<String> attended = new ArrayList<>();

    @Test
    void attendsToEveryChoreEvenWhenOneFails() {
        UpkeepTimer timer = new UpkeepTimer(List.of(
                () -> attended.add("first"),
                () -> {
                    throw new IllegalStateException("no database");
                },
                () -> attended.add("last")));

        timer.run();
        timer.run();

        assertThat(attended).containsExactly("first", "last", "first", "last");
    }
}
