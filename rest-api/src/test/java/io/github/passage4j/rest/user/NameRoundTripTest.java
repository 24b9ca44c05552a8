package io.github.passage4j.rest.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.user.DisplayName;
import io.github.passage4j.core.user.User;
import io.github.passage4j.rest.json.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From a request's JSON through the rules of names to an answer's JSON: the same text, or a refusal. */
class NameRoundTripTest {

    private static final Jsonb JSONB = JsonbBuilder.create();

    @Property
    void aGoodNameComesBackExactly(@ForAll("names") String typed) throws IOException {
        Assume.that(DisplayName.problemOf(typed).isEmpty());

        String stored = User.create("ada", nameIn("{\"name\":" + escaped(typed) + "}"), Instant.EPOCH)
                .name();
        UserView answer = new UserView(1, stored, "ada", Instant.EPOCH, Instant.EPOCH);

        assertThat(stored).isEqualTo(DisplayName.normalize(typed));
        assertThat(nameIn(JSONB.toJson(answer))).isEqualTo(stored);
    }

    @Property
    void escapedAndPlainJsonSayTheSame(@ForAll("names") String typed) throws IOException {
        Assume.that(DisplayName.problemOf(typed).isEmpty());

        assertThat(nameIn("{\"name\":\"" + plain(typed) + "\"}"))
                .isEqualTo(nameIn("{\"name\":" + escaped(typed) + "}"));
    }

    @Property
    void aControlCharacterAnywhereInsideIsRefused(@ForAll("names") String before, @ForAll("controls") char control)
            throws IOException {
        String name = nameIn("{\"name\":" + escaped("a" + cut(before) + control + "b") + "}");

        assertThat(DisplayName.problemOf(name)).contains(DisplayName.Problem.CONTROL_CHARACTER);
    }

    @Property
    void aLoneSurrogateIsRefused(@ForAll("surrogates") char surrogate) throws IOException {
        String name = nameIn("{\"name\":" + escaped("a" + surrogate + "b") + "}");

        assertThat(DisplayName.problemOf(name)).contains(DisplayName.Problem.MALFORMED);
    }

    /** Any text, with the parts of Unicode that names suffer from more often than chance would have them. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<Integer> points = Arbitraries.oneOf(
                Arbitraries.integers().between(0x20, 0x7E),
                Arbitraries.integers().between(0x300, 0x36F),
                Arbitraries.integers().between(0x590, 0x6FF),
                Arbitraries.integers().between(0x1F300, 0x1FAFF),
                Arbitraries.of(0x200D, 0x200E, 0x200F, 0xFE0F, 0xA0, 0x3000, 0x22, 0x5C, 0x2F),
                Arbitraries.integers().between(0, 0x10FFFF).filter(point -> point < 0xD800 || point > 0xDFFF));
        return points.list().ofMinSize(1).ofMaxSize(60).map(NameRoundTripTest::text);
    }

    @Provide
    Arbitrary<Character> controls() {
        return Arbitraries.oneOf(
                Arbitraries.chars().range('\u0000', '\u001F'),
                Arbitraries.chars().range('\u007F', '\u009F'),
                Arbitraries.chars().range('\u202A', '\u202E'));
    }

    @Provide
    Arbitrary<Character> surrogates() {
        return Arbitraries.chars().range('\uD800', '\uDFFF');
    }

    private static String text(java.util.List<Integer> points) {
        StringBuilder text = new StringBuilder();
        points.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length()))));
    }

    private static String nameIn(String json) throws IOException {
        JsonObject object = StrictJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        String name = StrictJson.text(object, "name");
        assertThat(name).isNotNull();
        return name == null ? "" : name;
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(unit -> json.append(String.format("\\u%04x", unit)));
        return json.append('"').toString();
    }

    /** Only what has to be is escaped (RFC 8259 §7). */
    private static String plain(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(unit -> {
            if (unit < ' ') {
                json.append(String.format("\\u%04x", unit));
            } else {
                json.append(unit == '"' || unit == '\\' ? "\\" : "").append((char) unit);
            }
        });
        return json.toString();
    }
}
