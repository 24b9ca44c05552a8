package io.github.passage4j.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void asksForFiftyUnlessTold() {
        assertThat(PageRequest.of(null, null, null, null)).isEqualTo(new PageRequest(50, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "200"})
    void takesLimitsWithinTheBounds(String limit) {
        assertThat(PageRequest.of(limit, null, null, null).limit()).isEqualTo(Integer.parseInt(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "", "x", "1e2", "99999999999", " 5"})
    void refusesOtherLimits(String limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null, null, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("limit must be a number from 1 to 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\u0000", "\u00E4"})
    void refusesWhatIsNoPassageId(String passageId) {
        assertThatThrownBy(() -> PageRequest.of(null, null, null, passageId))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("passageId");
    }
}
