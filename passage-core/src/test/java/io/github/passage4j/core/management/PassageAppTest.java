package io.github.passage4j.core.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.TestConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassageAppTest {

    private final FakePassage passage = new FakePassage();
    private final PassageApp app = new HttpPassageApp(passage.api, passage.auth);

    @AfterEach
    void stop() {
        passage.close();
    }

    @Test
    void tellsThePublicWithoutAKey() {
        passage.answers(
                200,
                "{\"app\":{\"id\":\"q7\",\"name\":\"Example Shop\",\"auth_origin\":\"https://shop.example\",\"public_signup\":true,"
                        + "\"auth_methods\":{\"passkeys\":{},\"otp\":{\"ttl\":300},\"magic_link\":null}}}");

        AppInfo info = app.publicInfo();

        assertThat(info.name()).isEqualTo("Example Shop");
        assertThat(info.authOrigin()).isEqualTo("https://shop.example");
        assertThat(info.publicSignup()).isTrue();
        assertThat(info.authMethods()).containsExactlyInAnyOrder("passkeys", "otp");
        assertThat(info.json().getString("id")).isEqualTo("q7");
        assertThat(passage.lastRequest().target()).isEqualTo("/auth/v1/apps/" + TestConfig.APP_ID);
        assertThat(passage.lastRequest().authorization()).isEqualTo("null");
    }

    @Test
    void tellsTheOwnerMore() {
        passage.answers(
                200,
                "{\"app\":{\"id\":\"q7\",\"refresh_enabled\":true,\"auth_methods\":{\"passkeys\":{\"enabled\":true},"
                        + "\"otp\":{\"enabled\":false,\"ttl\":300}}}}");

        AppInfo info = app.info();

        assertThat(info.refreshEnabled()).isTrue();
        assertThat(info.authMethods()).containsExactly("passkeys");
        assertThat(passage.lastRequest().target()).isEqualTo(FakePassage.BASE);
        assertThat(passage.lastRequest().authorization()).isEqualTo("Bearer " + TestConfig.API_KEY);
    }

    @Test
    void failsAsEveryCallDoes() {
        passage.answers(404, "{\"code\":\"app_not_found\",\"error\":\"no\"}");

        assertThatExceptionOfType(PassageApiException.class)
                .isThrownBy(app::publicInfo)
                .satisfies(e -> assertThat(e.code()).isEqualTo("app_not_found"));
    }
}
