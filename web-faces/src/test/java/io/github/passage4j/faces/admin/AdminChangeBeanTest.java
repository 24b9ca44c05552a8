package io.github.passage4j.faces.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import io.github.passage4j.faces.security.ErrorPage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminChangeBeanTest extends AdminTest {

    @ParameterizedTest
    @CsvSource({
        "activate, user-ada, 200",
        "deactivate, user-ada, 200",
        "end-sessions, user-grace, 200",
        "deactivate, user-grace, 403",
        "revoke-passkey, user-ada, 404",
        "explode, user-ada, 404",
        "activate, .., 404"
    })
    void asksOnlyWhatCanBeDone(String action, String id, int status) {
        assertThat(page(passage(), action, id).status()).isEqualTo(status);
    }

    @Test
    void asksNothingWhilePassageIsAway() {
        assertThat(page(silent, "activate", ADA).status()).isEqualTo(503);
    }

    @Test
    void saysThatPassageIsAwayAndNotThatTheSignInCouldNotBeChecked() throws IOException {
        TestRequest request =
                TestRequest.get("/admin/change").parameter("action", "activate").parameter("id", ADA);
        TestResponse response = new TestResponse();

        page(silent, request).refuse(response.build());

        assertThat(response.status()).isEqualTo(503);
        assertThat(request.attribute("errorPage")).isEqualTo(ErrorPage.PASSAGE_SILENT);
    }

    @Test
    void hasAnIdOfItsOwnEachTime() {
        assertThat(page(passage(), "activate", ADA).getRequestId())
                .isNotEqualTo(page(passage(), "activate", ADA).getRequestId());
    }

    @Test
    void warnsOfWhatTakesSomethingAway() {
        assertThat(page(passage(), "activate", ADA).isHarmful()).isFalse();
        assertThat(page(passage(), "end-sessions", ADA).isHarmful()).isTrue();
    }

    private AdminChangeBean page(PassageUsers passageUsers, String action, String id) {
        return page(
                passageUsers,
                TestRequest.get("/admin/change").parameter("action", action).parameter("id", id));
    }

    private AdminChangeBean page(PassageUsers passageUsers, TestRequest request) {
        AdminChangeBean page = new AdminChangeBean(grace(), users(), passageUsers, request.build());
        page.load();
        return page;
    }

    private static PassageUsers passage() {
        return (PassageUsers) Proxy.newProxyInstance(
                AdminChangeBeanTest.class.getClassLoader(),
                new Class<?>[] {PassageUsers.class},
                (proxy, called, arguments) -> new PassageUser(
                        (String) arguments[0], "ada@example.org", true, "", false, "active", null, null, null, 1));
    }
}
