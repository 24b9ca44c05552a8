package io.github.passage4j.faces.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.user.NameDrafts;
import io.github.passage4j.core.user.User;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import io.github.passage4j.faces.session.RequestSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameDraftServletTest {

    private static final String ADA = "{\"identifier\":\"ada@shop.example\",\"name\":\"Ada\"}";

    private final Map<String, String> kept = new HashMap<>();
    private final NameDraftServlet servlet = new NameDraftServlet(
            new RequestSource(TestConfig.hosted()), new KeptNames(kept), new DraftLimit("on", TestCaller.CLOCK));
    private final TestResponse response = new TestResponse();

    @Test
    void keepsTheNameUnderTheIdentifier() throws IOException {
        servlet.doPost(post(ADA).build(), response.build());

        assertThat(response.status()).isEqualTo(204);
        assertThat(kept).containsExactly(Map.entry("ada@shop.example", "Ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"identifier\":\" \",\"name\":\"Ada\"}",
                "{\"identifier\":\"a@b.example\"}",
                "{\"identifier\":1,\"name\":\"Ada\"}"
            })
    void refusesWhatIsNoDraft(String body) throws IOException {
        servlet.doPost(post(body).build(), response.build());

        assertThat(response.status()).isEqualTo(400);
        assertThat(kept).isEmpty();
    }

    @Test
    void refusesAnotherSite() throws IOException {
        servlet.doPost(post(ADA).header("Sec-Fetch-Site", "cross-site").build(), response.build());

        assertThat(response.status()).isEqualTo(403);
        assertThat(kept).isEmpty();
    }

    @Test
    void takesOnlySoManyAtOnce() throws IOException {
        for (int draft = 0; draft < DraftLimit.DRAFTS.burst(); draft++) {
            servlet.doPost(post(ADA).build(), new TestResponse().build());
        }
        kept.clear();

        servlet.doPost(post(ADA).build(), response.build());

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.header("Retry-After")).isEqualTo("1");
        assertThat(kept).isEmpty();
    }

    @Test
    void takesAnyNumberWhereLimitsAreOff() {
        DraftLimit off = new DraftLimit("off", TestCaller.CLOCK);

        for (int draft = 0; draft <= DraftLimit.DRAFTS.burst(); draft++) {
            assertThat(off.spend()).isZero();
        }
    }

    private static TestRequest post(String body) {
        return TestRequest.of("POST", "/register/name").json(body);
    }

    private record KeptNames(Map<String, String> kept) implements NameDrafts {

        @Override
        public void keep(String identifier, String name) {
            kept.put(identifier, name);
        }

        @Override
        public Optional<String> complete(User row, String identifier) {
            throw new UnsupportedOperationException();
        }
    }
}
