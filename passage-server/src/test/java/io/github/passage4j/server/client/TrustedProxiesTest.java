package io.github.passage4j.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.server.config.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies NONE = new TrustedProxies(Optional.empty());
    private static final TrustedProxies SOME = new TrustedProxies(Optional.of("10.0.0.0/9, 192.0.2.1 ,2001:db8::/33"));

    @Test
    void whatAStrangerSaysDoesNotCount() {
        assertThat(NONE.clientOf("198.51.100.7", List.of("203.0.113.9"))).isEqualTo("198.51.100.7");
        assertThat(SOME.clientOf("198.51.100.7", List.of("203.0.113.9"))).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.127.255.255", "192.0.2.1", "2001:db8:7fff::1", "::ffff:10.1.2.3"})
    void whatAProxySaysCounts(String proxy) {
        assertThat(SOME.clientOf(proxy, List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.128.0.0", "192.0.2.2", "2001:db8:8000::1", "11.0.0.1"})
    void networksEndWhereTheyEnd(String stranger) {
        assertThat(SOME.clientOf(stranger, List.of("203.0.113.9"))).isNotEqualTo("203.0.113.9");
    }

    @Test
    void whatTheClientWroteItselfStandsFurtherLeftAndDoesNotCount() {
        assertThat(SOME.clientOf("10.0.0.1", List.of("1.2.3.4, 203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(SOME.clientOf("10.0.0.1", List.of("1.2.3.4", "203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(SOME.clientOf("10.0.0.1", List.of("1.2.3.4, 203.0.113.9, 10.0.0.2")))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "203.0.113.9:4711", "dead", "localhost", "1.2.3", "1.2.3.999"})
    void whatIsNoAddressEndsTheChain(String forwarded) {
        assertThat(SOME.clientOf("10.0.0.1", List.of("1.2.3.4, " + forwarded))).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "10.0.0"})
    void aMalformedSettingIsNamed(String setting) {
        assertThatThrownBy(() -> new TrustedProxies(Optional.of(setting)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("passage.trusted.proxies: ");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::6, 2001:db8:1:2:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "'', ''"
    })
    void anIpv6NetworkIsOneClient(String address, String network) {
        assertThat(IpAddress.network(address)).isEqualTo(network);
    }

    @Test
    void aUserAgentIsCutAndPrintable() {
        assertThat(new Client("", "Ma\u0000d\u001b[31m").userAgent()).isEqualTo("Ma?d?[31m");
        assertThat(new Client("", "x".repeat(5000)).userAgent()).hasSize(256);
        assertThat(new Client("192.0.2.7", "Firefox").toString()).doesNotContain("192", "Firefox");
    }
}
