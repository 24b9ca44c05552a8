package io.github.passage4j.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ProblemException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @Test
    void readsAnObjectWithItsText() throws IOException {
        JsonObject object = read("{\"name\":\"Ada \uD83E\uDD16 \u05D0\"}");

        assertThat(StrictJson.text(object, "name")).isEqualTo("Ada \uD83E\uDD16 \u05D0");
    }

    @Test
    void takesAnAbsentAndANullMemberAsNoText() throws IOException {
        assertThat(StrictJson.text(read("{}"), "name")).isNull();
        assertThat(StrictJson.text(read("{\"name\":null}"), "name")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "{}", "[\"Ada\"]"})
    void refusesAMemberThatIsNoTextAndNamesIt(String value) throws IOException {
        JsonObject object = read("{\"name\":" + value + "}");

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> StrictJson.text(object, "name"));

        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().violations()).containsExactly(new Problem.Violation("name", "must be a string"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"Ada\"",
                "[]",
                "{",
                "{\"name\":\"Ada\"",
                "{\"name\":\"Ada\"} {}",
                "{\"name\":\"Ada\"}x",
                "{\"name\":\"Ada\",\"name\":\"Eve\"}",
                "{\"other\":{\"a\":1,\"a\":2}}",
                "{name:\"Ada\"}",
                "{'name':'Ada'}",
                "{\"name\":\"A\u0000\"}",
                "{\"name\":\"Ada\",}",
                "{\"x\":1e99999999999}",
                "{\"x\":1e2147483648}"
            })
    void refusesWhatIsNotOneObjectWithEachMemberOnce(String body) {
        assertThat(refusalOf(body).problem().status()).isEqualTo(400);
    }

    @Test
    void refusesANumberThatIsTooLong() {
        assertThat(refusalOf("{\"x\":" + "9".repeat(2_000) + "}").problem().status())
                .isEqualTo(400);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "{\"name\":\"J\u00fcrgen\"}".getBytes(StandardCharsets.ISO_8859_1);

        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> StrictJson.read(new ByteArrayInputStream(latin1)));

        assertThat(refusal.problem().detail()).isEqualTo("The body must be UTF-8.");
    }

    @Test
    void readsTheLongestBodyAndRefusesOneByteMore() throws IOException {
        String frame = "{\"other\":\"\"}";
        String filler = "x".repeat(StrictJson.MAX_BYTES - frame.length());

        assertThat(read("{\"other\":\"" + filler + "\"}")).containsKey("other");
        assertThat(refusalOf("{\"other\":\"" + filler + "x\"}").problem().status())
                .isEqualTo(413);
    }

    @Test
    void readsTheDeepestBodyAndRefusesOneLevelMore() throws IOException {
        assertThat(read(nested(StrictJson.MAX_DEPTH))).containsKey("a");
        assertThat(refusalOf(nested(StrictJson.MAX_DEPTH + 1)).problem().detail())
                .contains("nested");
    }

    @Test
    void doesNotTakeBracketsInTextForDepth() throws IOException {
        assertThat(read("{\"name\":\"" + "[{\\\"".repeat(100) + "\"}")).containsKey("name");
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static JsonObject read(String body) throws IOException {
        return StrictJson.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ProblemException refusalOf(String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(body));
    }
}
