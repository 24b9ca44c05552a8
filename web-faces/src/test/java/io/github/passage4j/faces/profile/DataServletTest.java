package io.github.passage4j.faces.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.user.MapUsers;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestPassage;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import io.github.passage4j.faces.TestSessions;
import io.github.passage4j.faces.security.GoneAccount;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataServletTest {

    private static final String ADA = TestPassage.ADA;

    private final TestPassage passage = new TestPassage();
    private final Users users = new MapUsers(TestCaller.CLOCK);
    private final TestResponse response = new TestResponse();

    @AfterEach
    void endPassage() {
        passage.close();
    }

    @Test
    void handsOutEverythingOfBothSides() throws IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));

        get();

        assertThat(response.header("Content-Disposition")).isEqualTo("attachment; filename=\"my-data.json\"");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        JsonObject data = json();
        assertThat(data.getJsonObject("app").toString())
                .isEqualTo(
                        "{\"id\":1,\"name\":\"Ada\",\"passageId\":\"user-ada\",\"createdAt\":\"2026-11-21T10:00:00Z\","
                                + "\"updatedAt\":\"2026-11-21T10:00:00Z\"}");
        JsonObject account = data.getJsonObject("passage");
        assertThat(account.getString("email")).isEqualTo("ada@shop.example");
        assertThat(account.getJsonObject("metadata")).hasToString("{\"nickname\":\"Countess\"}");
        assertThat(account.getInt("loginCount")).isEqualTo(3);
        assertThat(account.getJsonArray("passkeys").getJsonObject(0).getString("credentialId"))
                .isEqualTo("cred-1");
        assertThat(account.getJsonArray("events").getJsonObject(0).getString("ipAddress"))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void saysThatThereIsNoName() throws IOException {
        get();

        assertThat(json().getJsonObject("app").isNull("name")).isTrue();
    }

    @Test
    void handsOutNothingRatherThanAPart() throws IOException {
        passage.answers("GET api /users/" + ADA, 500, "internal_server_error");

        get();

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void handsOutNothingToASessionThatIsOver() throws IOException {
        passage.answers("GET auth /currentuser/sessions", 401, "invalid_access_token");

        get();

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void makesNoRowForAnAccountThatIsGone() throws IOException {
        passage.forgets(ADA);

        get();

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.cookies()).extracting(Cookie::getMaxAge).containsExactly(0, 0);
        assertThat(users.findByPassageId(ADA)).isEmpty();
    }

    private void get() throws IOException {
        String token = TestCaller.token(ADA, TestCaller.NOW.plusSeconds(600));
        TestRequest request = TestRequest.get("/profile/data").caller(TestCaller.principal(token));
        new DataServlet(
                        new UserProvisioning(users, TestCaller.CLOCK),
                        passage.users(),
                        passage.ownAccount(),
                        new GoneAccount(new TestSessions().browser()))
                .doGet(request.build(), response.build());
    }

    private JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}
