package io.github.passage4j.server.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.wire.PassageException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "'  Ada.Lovelace+news@Example.ORG ', ada.lovelace+news@example.org",
        "o'hara@sub.example.co.uk, o'hara@sub.example.co.uk",
        "ÄDA@EXAMPLE.ORG, äda@example.org",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@XN--BCHER-KVA.example, ada@xn--bcher-kva.example",
        "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ, ada@example.org",
        "ΑΣ@example.org, ασ@example.org",
        "ας@example.org, ασ@example.org"
    })
    void isTrimmedAndLowerCased(String text, String email) {
        assertThat(EmailAddress.parse(text).value()).isEqualTo(email);
    }

    @Test
    void isTheSameHoweverItsAccentsAreWritten() {
        assertThat(EmailAddress.parse("a\u0308da@example.org")).isEqualTo(EmailAddress.parse("\u00e4da@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "ada@@example.org",
                "ada@example..org",
                "ada@-example.org",
                "ada lovelace@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada\u0000@example.org",
                "ada..lovelace@example.org",
                ".ada@example.org",
                "ada.@example.org",
                "\ud83d\ude00@example.org",
                "\u0301@example.org",
                "ada@1.2.3.4",
                "ada@exa\u00admple.org",
                "ada@exam_ple.org",
                "ada@\ud83d\ude00.example",
                "ada\u202e@example.org",
                "\"ada\"@example.org",
                "<ada@example.org>",
                "ada@example.org,eve@example.org",
                "+491701234567"
            })
    void isNothingElse(String text) {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> EmailAddress.parse(text))
                .withMessage("identifier: must be an e-mail address");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void isRequired(@Nullable String text) {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> EmailAddress.parse(text))
                .withMessage("identifier: is required");
    }

    @Test
    void hasAtMost254Characters() {
        String domain = ("a".repeat(60) + ".").repeat(4) + "example";
        String longest = "b".repeat(254 - domain.length() - 1) + "@" + domain;

        assertThat(EmailAddress.parse(longest).value()).hasSize(254);
        assertThatExceptionOfType(PassageException.class).isThrownBy(() -> EmailAddress.parse("b" + longest));
    }

    @Test
    void isNotPrinted() {
        assertThat(EmailAddress.parse("ada@example.org")).asString().doesNotContain("ada");
    }
}
