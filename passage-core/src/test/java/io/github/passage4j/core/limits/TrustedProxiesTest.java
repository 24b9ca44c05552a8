package io.github.passage4j.core.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.core.authentication.FakeHttp;
import io.github.passage4j.core.config.InvalidSettingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies NONE = new TrustedProxies(Optional.empty());
    private static final TrustedProxies SOME = new TrustedProxies(Optional.of("10.0.0.0/9, 192.0.2.1 ,2001:db8::/33"));

    @Test
    void whatAStrangerSaysDoesNotCount() {
        assertThat(client(NONE, "198.51.100.7", "203.0.113.9")).isEqualTo("198.51.100.7");
        assertThat(client(SOME, "198.51.100.7", "203.0.113.9")).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.127.255.255", "192.0.2.1", "2001:db8:7fff::1", "::ffff:10.1.2.3"})
    void whatAProxySaysCounts(String proxy) {
        assertThat(client(SOME, proxy, "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.128.0.0", "192.0.2.2", "2001:db8:8000::1", "11.0.0.1"})
    void networksEndWhereTheyEnd(String stranger) {
        assertThat(client(SOME, stranger, "203.0.113.9")).isEqualTo(stranger);
    }

    @Test
    void whatTheClientWroteItselfStandsFurtherLeftAndDoesNotCount() {
        assertThat(client(SOME, "10.0.0.1", "1.2.3.4, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client(SOME, "10.0.0.1", "1.2.3.4", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client(SOME, "10.0.0.1", "1.2.3.4, 203.0.113.9, 10.0.0.2")).isEqualTo("203.0.113.9");
    }

    @Test
    void aProxyThatSaysNothingIsTheClient() {
        assertThat(client(SOME, "10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "203.0.113.9:4711", "dead", "localhost", "1.2.3", "1.2.3.999"})
    void whatIsNoAddressEndsTheChain(String forwarded) {
        assertThat(client(SOME, "10.0.0.1", "1.2.3.4, " + forwarded)).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "10.0.0"})
    void aMalformedSettingIsNamed(String setting) {
        assertThatThrownBy(() -> new TrustedProxies(Optional.of(setting)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("PASSAGE_TRUSTED_PROXIES");
    }

    private static String client(TrustedProxies proxies, String peer, String... forwarded) {
        return proxies.clientOf(new FakeHttp().from(peer).forwarded(forwarded).request());
    }
}
