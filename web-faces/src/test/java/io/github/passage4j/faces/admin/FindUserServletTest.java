package io.github.passage4j.faces.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import org.junit.jupiter.api.Test;

class FindUserServletTest extends AdminTest {

    @Test
    void saysThatPassageCantBeAsked() {
        assertThat(find("ada@example.org").header("Location")).isEqualTo("/admin/users?found=silence");
    }

    @Test
    void findsNobodyByNothing() {
        TestResponse answer = find("  ");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/admin/users?found=nobody");
    }

    private TestResponse find(String identifier) {
        TestResponse response = new TestResponse();
        new FindUserServlet(silent)
                .doPost(
                        TestRequest.of("POST", FindUserServlet.PATH)
                                .parameter("identifier", identifier)
                                .build(),
                        response.build());
        return response;
    }
}
