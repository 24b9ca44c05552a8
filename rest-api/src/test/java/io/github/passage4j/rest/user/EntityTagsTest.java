package io.github.passage4j.rest.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.rest.problem.ProblemException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static final String CURRENT = "7-2";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"7-2\" | true | true",
                "* | true | true",
                "\"7-1\", \"7-2\" | true | true",
                "\"7-1\",\"7-2\" | true | true",
                ",\"7-2\", | true | true",
                "\"a,b\" , \"7-2\" | true | true",
                "W/\"7-2\" | false | true",
                "\"7-1\", W/\"7-2\" | false | true",
                "\"7-1\" | false | false",
                "\"\" | false | false"
            })
    void compareAsTheHeadersAsk(String header, boolean strongly, boolean weakly) {
        assertThat(tags(header).matchesStrongly(CURRENT)).isEqualTo(strongly);
        assertThat(tags(header).matchesWeakly(CURRENT)).isEqualTo(weakly);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7-2",
                "\"7-2",
                "7-2\"",
                "\"7-1\" \"7-2\"",
                "\"7-2\" x",
                "w/\"7-2\"",
                "*, \"7-2\"",
                "W/ \"7-2\"",
                "\"7-2 \""
            })
    void refuseAHeaderThatIsNoListOfTags(String header) {
        assertThatThrownBy(() -> EntityTags.parse("If-Match", header))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("If-Match");
    }

    @Test
    void areNoConditionWhenTheHeaderIsAbsent() {
        assertThat(EntityTags.parse("If-Match", null)).isNull();
    }

    private static EntityTags tags(String header) {
        return Objects.requireNonNull(EntityTags.parse("If-Match", header));
    }
}
