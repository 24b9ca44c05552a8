package io.github.passage4j.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyReaderTest {

    /** A command as features have them. */
    public record Command(@Nullable String identifier) {}

    @SuppressWarnings("unchecked") // as the container does it
    private static Object read(byte[] body) throws IOException {
        return new JsonBodyReader()
                .readFrom(
                        (Class<Object>) (Class<?>) Command.class,
                        Command.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsACommand() throws IOException {
        assertThat(read(utf8("{\"identifier\":\"ada\"}"))).isEqualTo(new Command("ada"));
    }

    @Test
    void readsACommandWithoutMembers() throws IOException {
        assertThat(read(utf8("{}"))).isEqualTo(new Command(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "null", "7", "\"x\"", "{\"identifier\":{}}", "{} {", "{'a':1}"})
    void refusesEverythingElse(String body) {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> read(utf8(body)))
                .withMessageStartingWith("body: ")
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"identifier\":\"ada\",\"identifier\":\"eve\"}",
                "{\"identifier\":\"ada\",\"\\u0069dentifier\":\"eve\"}",
                "{\"x\":[{\"y\":1,\"y\":2}]}"
            })
    void refusesAMemberThatIsThereTwice(String body) {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> read(utf8(body)))
                .withMessage("body: has a member twice");
    }

    @Test
    void readsTheSameMemberInDifferentObjects() throws IOException {
        assertThat(read(utf8("{\"x\":[{\"y\":1},{\"y\":2}],\"y\":3,\"identifier\":\"ada\"}")))
                .isEqualTo(new Command("ada"));
    }

    @Test
    void refusesBrokenUtf8() {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> read(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}));
    }

    @Test
    void refusesDeepNesting() {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> read(utf8("{\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}")));
    }

    @Test
    void refusesMoreThan64KiB() {
        byte[] body = utf8("{\"identifier\":\"" + "a".repeat(JsonBodyReader.LIMIT) + "\"}");

        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> read(body))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(413));
    }
}
