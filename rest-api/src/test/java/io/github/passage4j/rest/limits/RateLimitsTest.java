package io.github.passage4j.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.core.config.InvalidSettingException;
import io.github.passage4j.core.limits.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final TrustedProxies NO_PROXY = new TrustedProxies(Optional.empty());

    @Test
    void takeTheCallersBudgetWhereTheCallerIsKnown() {
        RateLimits limits = new RateLimits("on", NO_PROXY, Clock.systemUTC());

        limits.spend(request("ada", "192.0.2.1"));

        assertThat(limits.spend(request("ada", "192.0.2.2")).orElseThrow().remaining())
                .isLessThan(RateLimits.CALLER.burst() - 1);
        assertThat(limits.spend(request("bob", "192.0.2.1")).orElseThrow().remaining())
                .isEqualTo(RateLimits.CALLER.burst() - 1);
    }

    @Test
    void takeTheAddressesBudgetOtherwise() {
        RateLimits limits = new RateLimits("on", NO_PROXY, Clock.systemUTC());

        assertThat(limits.spend(request(null, "192.0.2.1")).orElseThrow().limit())
                .isEqualTo(RateLimits.ADDRESS);
        assertThat(limits.spend(request(null, "192.0.2.2")).orElseThrow().remaining())
                .isEqualTo(RateLimits.ADDRESS.burst() - 1);
    }

    @Test
    void takeTheBudgetOfTheAddressBehindATrustedProxy() {
        RateLimits limits = new RateLimits("on", new TrustedProxies(Optional.of("192.0.2.1")), Clock.systemUTC());

        limits.spend(request(null, "192.0.2.1", "198.51.100.7"));

        assertThat(limits.spend(request(null, "192.0.2.1", "198.51.100.8"))
                        .orElseThrow()
                        .remaining())
                .isEqualTo(RateLimits.ADDRESS.burst() - 1);
    }

    @Test
    void canBeSwitchedOff() {
        assertThat(new RateLimits("off", NO_PROXY, Clock.systemUTC()).spend(request(null, "192.0.2.1")))
                .isEmpty();
    }

    @Test
    void refuseAnySettingBesideOnAndOff() {
        assertThatThrownBy(() -> new RateLimits("false", NO_PROXY, Clock.systemUTC()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("PASSAGE_RATE_LIMITS");
    }

    private static HttpServletRequest request(@Nullable String caller, String address, String... forwarded) {
        Principal principal = caller == null ? null : () -> caller;
        return (HttpServletRequest) Proxy.newProxyInstance(
                RateLimitsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getUserPrincipal" -> principal;
                    case "getRemoteAddr" -> address;
                    case "getHeaders" -> Collections.enumeration(List.of(forwarded));
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
