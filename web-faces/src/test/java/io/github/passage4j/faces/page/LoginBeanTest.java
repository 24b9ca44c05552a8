package io.github.passage4j.faces.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginBeanTest {

    private final TestRequest request = TestRequest.get("/login");
    private final LoginBean login = new LoginBean(request.build());

    @Test
    void carriesThePageFirstAskedFor() {
        request.parameter("return-to", "/profile?tab=1");

        assertThat(login.getReturnTo()).isEqualTo("/profile?tab=1");
        assertThat(login.getQuery()).isEqualTo("?return-to=%2Fprofile%3Ftab%3D1");
    }

    @Test
    void carriesNothingThatLeadsAway() {
        request.parameter("return-to", "//evil.example/");

        assertThat(login.getReturnTo()).isEmpty();
        assertThat(login.getQuery()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"psg_magic_link", "psg_verify_link"})
    void knowsWhenALinkFromAMessageLedHere(String parameter) {
        assertThat(login.isLinkOpened()).isFalse();

        request.parameter(parameter, "ml.x");

        assertThat(login.isLinkOpened()).isTrue();
    }
}
