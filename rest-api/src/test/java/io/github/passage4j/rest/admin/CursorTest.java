package io.github.passage4j.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.rest.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWas() {
        Cursor byNumber = new Cursor(42, null);
        Cursor byName = new Cursor(42, "Ada \uD83D\uDE00 L.");

        assertThat(Cursor.decode(byNumber.encode(), false)).isEqualTo(byNumber);
        assertThat(Cursor.decode(byName.encode(), true)).isEqualTo(byName);
    }

    @Test
    void needsNoEscapingInAnAddress() {
        assertThat(new Cursor(42, "\u00FB\u00FF\uD83D\uDE00?>").encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isRefusedByAListInAnotherOrder() {
        assertRefused(new Cursor(42, null).encode(), true);
        assertRefused(new Cursor(42, "Ada").encode(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1234567890123456789", "1;DROP", " 1", "1\n"})
    void isRefusedWhenItIsNoPosition(String position) {
        assertRefused(encoded(position), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "1  ", "1 a\u0000b", "1 a\nb"})
    void isRefusedWhenItsNameIsNone(String position) {
        assertRefused(encoded(position), true);
    }

    @Test
    void isRefusedWhenItIsNoText() {
        assertRefused("*", false);
        assertRefused(Base64.getUrlEncoder().encodeToString(new byte[] {(byte) 0xFF}), false);
        assertRefused("MQ".repeat(1000), false);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String cursor, boolean byName) {
        assertThatThrownBy(() -> Cursor.decode(cursor, byName))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cursor");
    }
}
