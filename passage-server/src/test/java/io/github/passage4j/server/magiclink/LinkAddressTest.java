package io.github.passage4j.server.magiclink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.wire.PassageException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {

    private static String address(@Nullable String path) {
        return LinkAddress.of(Samples.app(), path, LinkAddress.SIGN_IN, "ml.x");
    }

    @ParameterizedTest
    @CsvSource({
        ", https://shop.example/login?psg_magic_link=ml.x",
        "'', https://shop.example/login?psg_magic_link=ml.x",
        "/, https://shop.example/?psg_magic_link=ml.x",
        "/a/b?c=d, https://shop.example/a/b?c=d&psg_magic_link=ml.x",
        "/a#part, https://shop.example/a?psg_magic_link=ml.x#part",
        "/a?b=c#part, https://shop.example/a?b=c&psg_magic_link=ml.x#part",
        "/a?b=c?d#e?f, https://shop.example/a?b=c%3Fd&psg_magic_link=ml.x#e%3Ff",
        "/a?psg_magic_link=old&b=c&psg_verify_link=old, https://shop.example/a?b=c&psg_magic_link=ml.x",
        "/a?, https://shop.example/a?psg_magic_link=ml.x"
    })
    void isTheOriginThePageAndTheTokenWithOneQuestionMark(@Nullable String path, String expected) {
        assertThat(address(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                ".evil.example",
                "@evil.example",
                "/a b",
                "/a\r\nBcc: eve@example.org",
                "/a<script>",
                "javascript:alert(1)"
            })
    void staysAtTheOriginOfTheApp(String path) {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> address(path))
                .withMessage("magic_link_path: must be a path such as /login");
    }

    @Test
    void keepsWhatBrowsersLeaveInAQuery() {
        assertThat(address("/login?x=a\\b&y=<c>#\"d\""))
                .startsWith("https://shop.example/login?x=a%5Cb&y=%3Cc%3E&")
                .endsWith("#%22d%22");
        assertThatExceptionOfType(PassageException.class).isThrownBy(() -> address("/a\\b?x"));
    }

    @Test
    void hasAnEnd() {
        assertThatExceptionOfType(PassageException.class).isThrownBy(() -> address("/" + "a".repeat(2_000)));
    }
}
