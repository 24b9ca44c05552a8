package io.github.passage4j.core.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.limits.Budgets.Spending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {

    private static final RateLimit LIMIT = new RateLimit("test", 3, 60);

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Budgets budgets = new Budgets(LIMIT, 100, clock);

    @Test
    void allowABurstAndNoMore() {
        assertThat(budgets.spend("ada").remaining()).isEqualTo(2);
        assertThat(budgets.spend("ada").remaining()).isEqualTo(1);
        assertThat(budgets.spend("ada").remaining()).isZero();

        Spending refused = budgets.spend("ada");

        assertThat(refused.isAllowed()).isFalse();
        assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(1));
        assertThat(refused.untilFull()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void refillSteadily() {
        spendAll("ada");

        now = now.plusSeconds(1);

        assertThat(budgets.spend("ada").isAllowed()).isTrue();
        assertThat(budgets.spend("ada").isAllowed()).isFalse();
    }

    @Test
    void neverGrowBeyondTheBurst() {
        spendAll("ada");

        now = now.plus(Duration.ofDays(1));

        assertThat(budgets.spend("ada").remaining()).isEqualTo(2);
    }

    @Test
    void giveNothingForAClockThatIsSetBack() {
        spendAll("ada");

        now = now.minus(Duration.ofHours(1));

        assertThat(budgets.spend("ada").isAllowed()).isFalse();
    }

    @Test
    void areEachTheirOwn() {
        spendAll("ada");

        assertThat(budgets.spend("bob").isAllowed()).isTrue();
    }

    @Test
    void areKeptForABoundedNumberAndForgottenWhenUnused() {
        Budgets two = new Budgets(LIMIT, 2, clock);
        two.spend("ada");
        two.spend("bob");
        two.spend("ada");

        two.spend("eve");

        assertThat(two.size()).isEqualTo(2);
        assertThat(two.spend("ada").remaining()).isZero();
        assertThat(two.spend("bob").remaining()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8::6, 2001:db8:0:0:0:0:0:0/64",
        "::1, 0:0:0:0:0:0:0:0/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "no address, no address"
    })
    void belongToAnAddressOrToAnIpv6Network(String address, String key) {
        assertThat(ClientAddress.of(address)).isEqualTo(key);
    }

    @Test
    void takeAsLongToFillAsTheHeaderSays() {
        assertThat(LIMIT.window()).isEqualTo(Duration.ofSeconds(3));
        assertThat(new RateLimit("slow", 1000, 600).window()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void tellHowLongToWaitWithoutTakingAnything() {
        assertThat(budgets.untilNext("ada")).isZero();
        spendAll("ada");

        now = now.plusMillis(400);

        assertThat(budgets.untilNext("ada")).isEqualTo(Duration.ofMillis(600));
        assertThat(budgets.untilNext("bob")).isZero();
        assertThat(budgets.size()).isEqualTo(1);
    }

    private void spendAll(String key) {
        for (int i = 0; i < LIMIT.burst(); i++) {
            assertThat(budgets.spend(key).isAllowed()).isTrue();
        }
    }
}
