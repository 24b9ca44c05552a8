package io.github.passage4j.faces.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.administration.AdminAction;
import io.github.passage4j.core.administration.AdminChange;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminChangeServletTest extends AdminTest {

    private static final String REQUEST = "8f14e45f-ceea-467f-a0e6-8d5a4b2c9d11";

    private final AdminChangeServlet servlet = new AdminChangeServlet(administration);

    @Test
    void recordsWhoAskedAndLeadsToTheUser() throws IOException {
        TestResponse answer = post(form(REQUEST, "deactivate", ADA));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/admin/user?id=user-ada&change=" + REQUEST);
        assertThat(recorded.get(UUID.fromString(REQUEST)))
                .extracting(AdminChange::administrator, AdminChange::action, AdminChange::passageId)
                .containsExactly(GRACE, AdminAction.DEACTIVATE, ADA);
    }

    @Test
    void recordsTheSameFormOnce() throws IOException {
        post(form(REQUEST, "deactivate", ADA));

        assertThat(post(form(REQUEST, "deactivate", ADA)).status()).isEqualTo(303);
        assertThat(recorded).hasSize(1);
    }

    @Test
    void letsNobodyDeactivateThemselves() throws IOException {
        assertThat(post(form(REQUEST, "deactivate", GRACE)).status()).isEqualTo(403);
        assertThat(recorded).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x, activate, user-ada",
        "'', activate, user-ada",
        REQUEST + ", explode, user-ada",
        REQUEST + ", activate, ''",
        REQUEST + ", activate, ..",
        REQUEST + ", revoke-passkey, user-ada"
    })
    void refusesAFormThatIsNone(String request, String action, String id) throws IOException {
        assertThat(post(form(request, action, id)).status()).isEqualTo(400);
        assertThat(recorded).isEmpty();
    }

    private TestResponse post(TestRequest request) throws IOException {
        TestResponse response = new TestResponse();
        servlet.doPost(request.build(), response.build());
        return response;
    }

    private static TestRequest form(String request, String action, String id) {
        return TestRequest.of("POST", "/admin/changes")
                .caller(grace().principal().orElseThrow())
                .parameter("request", request)
                .parameter("action", action)
                .parameter("id", id);
    }
}
