package io.github.passage4j.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackClientsTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080, , true",
        "127.0.0.1, 127.0.0.1:8080, , true",
        "0:0:0:0:0:0:0:1, [::1]:8080, , true",
        "::1, localhost, , true",
        "127.0.0.1, shop.example, , true",
        "127.0.0.1, evil.example, , false",
        "127.0.0.1, localhost.evil.example, , false",
        "127.0.0.1, , , false",
        "127.0.0.1, 'not a host', , false",
        "203.0.113.7, localhost, , false",
        "10.0.0.1, localhost, , false",
        "localhost.evil.example, localhost, , false",
        "127.0.0.1, localhost, 203.0.113.7, false"
    })
    void isForThisMachineOnly(String remote, @Nullable String host, @Nullable String forwarded, boolean isAllowed) {
        assertThat(LoopbackClients.allow(remote, host, forwarded, "shop.example"))
                .isEqualTo(isAllowed);
    }
}
