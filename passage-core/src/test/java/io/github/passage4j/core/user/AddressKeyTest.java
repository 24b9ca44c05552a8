package io.github.passage4j.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.config.Secret;
import org.junit.jupiter.api.Test;

class AddressKeyTest {

    private final AddressKey key = new AddressKey(new Secret("the-key"));

    @Test
    void isTheSameForOneAddressHoweverItIsTyped() {
        assertThat(key.of(" Ada@Shop.Example "))
                .isEqualTo(key.of("ada@shop.example"))
                .matches("[0-9a-f]{64}");
        assertThat(key.of("bob@shop.example")).isNotEqualTo(key.of("ada@shop.example"));
    }

    @Test
    void isAnotherUnderAnotherApiKey() {
        assertThat(new AddressKey(new Secret("another-key")).of("ada@shop.example"))
                .isNotEqualTo(key.of("ada@shop.example"));
    }

    @Test
    void isWhatRfc2104Says() {
        // printf 'name draft of ada@shop.example' | openssl dgst -sha256 -hmac the-key
        assertThat(key.of("ada@shop.example"))
                .isEqualTo("8180b5efcc81775cecf46705093b32908aba4d466154e8ae81c5b8fea5b45ed5");
    }

    @Test
    void printsNothing() {
        assertThat(key).hasToString("AddressKey[***]");
    }
}
