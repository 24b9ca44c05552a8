package io.github.passage4j.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBodyTest {

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request",
        "403, operation_not_allowed",
        "404, app_not_found",
        "405, invalid_request",
        "413, invalid_request",
        "415, invalid_request",
        "500, internal_server_error",
        "501, invalid_request",
        "503, internal_server_error"
    })
    void hasACodeThatClientsKnowWithTheStatus(int status, String code) {
        assertThat(ErrorBody.of(status).code()).isEqualTo(code);
    }

    @Test
    void saysWhatAnAddressThatIsNoneGets() {
        assertThat(ErrorBody.of(404)).isEqualTo(new ErrorBody("app_not_found", "There is nothing at this address."));
    }
}
