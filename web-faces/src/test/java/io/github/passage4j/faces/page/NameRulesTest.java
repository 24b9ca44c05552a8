package io.github.passage4j.faces.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.user.DisplayName;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's side of {@code names.json}; {@code name.test.mjs} is the browser's. */
class NameRulesTest {

    @ParameterizedTest
    @MethodSource("names")
    void theServerJudgesANameAsThePageDoes(JsonObject example) {
        String problem = DisplayName.problemOf(example.getString("name"))
                .map(found -> found.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("");

        assertThat(problem).isEqualTo(example.getString("problem", ""));
    }

    static Stream<JsonObject> names() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newInputStream(Path.of("src/test/resources/names.json")))) {
            List<JsonObject> names = reader.readArray().getValuesAs(JsonObject.class);
            return names.stream();
        }
    }
}
