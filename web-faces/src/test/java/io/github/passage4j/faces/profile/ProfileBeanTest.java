package io.github.passage4j.faces.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.passage4j.core.management.HttpOwnAccount;
import io.github.passage4j.core.management.HttpPassageApp;
import io.github.passage4j.core.management.ManagementApi;
import io.github.passage4j.core.management.OwnSession;
import io.github.passage4j.core.user.NameDrafts;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileBeanTest {

    private static final String ADA = "user-ada";
    private static final String ACCOUNT = "{\"user\":{\"id\":\"user-ada\",\"email\":\"ada@example.org\"}}";
    private static final String SESSIONS = "{\"sessions\":[{\"id\":\"s1\",\"current\":true},{\"id\":\"s2\"}]}";

    private final Map<String, Answer> answers = new HashMap<>();
    private HttpServer passage;

    @BeforeEach
    void startPassage() throws IOException {
        passage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        passage.createContext("/", exchange -> {
            String call = exchange.getRequestURI().getPath().replaceFirst("/auth/v1/apps/[^/]+", "");
            Answer answer = answers.getOrDefault(call, new Answer(404, "{\"code\":\"x\",\"error\":\"not there\"}"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        passage.start();
        answers.put("", new Answer(200, "{\"app\":{}}"));
        answers.put("/currentuser", new Answer(200, ACCOUNT));
        answers.put("/currentuser/sessions", new Answer(200, SESSIONS));
    }

    @AfterEach
    void stopPassage() {
        passage.stop(0);
    }

    @Test
    void showsWhereTheCallerIsSignedIn() {
        ProfileBean profile = profile();

        assertThat(profile.isAccountKnown()).isTrue();
        assertThat(profile.getSessions()).extracting(OwnSession::id).containsExactly("s1", "s2");
        assertThat(profile.getSessions()).extracting(OwnSession::isCurrent).containsExactly(true, false);
    }

    @Test
    void showsTheAccountWherePassageTellsNoSessions() {
        answers.remove("/currentuser/sessions");

        ProfileBean profile = profile();

        assertThat(profile.getAccount().email()).isEqualTo("ada@example.org");
        assertThat(profile.getSessions()).isEmpty();
    }

    @Test
    void tellsASessionThatIsOverFromAPassageThatIsAway() {
        answers.put("/currentuser", new Answer(401, "{\"code\":\"invalid_access_token\",\"error\":\"is over\"}"));
        ProfileBean over = profile();
        answers.put("/currentuser", new Answer(503, ""));
        ProfileBean away = profile();

        assertThat(over.isOver()).isTrue();
        assertThat(over.isAccountKnown()).isFalse();
        assertThat(away.isOver()).isFalse();
        assertThat(away.isAccountKnown()).isFalse();
    }

    private ProfileBean profile() {
        String token = TestCaller.token(ADA, TestCaller.NOW.plusSeconds(600));
        ManagementApi api = new ManagementApi(TestConfig.withAuthUrl(
                "https://shop.example",
                "http://127.0.0.1:" + passage.getAddress().getPort() + "/auth/v1"));
        ProfileBean profile = new ProfileBean(
                TestCaller.current(Optional.of(TestCaller.principal(token))),
                new UserProvisioning(users(), TestCaller.CLOCK),
                drafts(),
                new HttpOwnAccount(api),
                new HttpPassageApp(api),
                TestRequest.get("/profile").build());
        profile.load();
        return profile;
    }

    private static NameDrafts drafts() {
        return (NameDrafts) Proxy.newProxyInstance(
                ProfileBeanTest.class.getClassLoader(),
                new Class<?>[] {NameDrafts.class},
                (proxy, called, arguments) -> Optional.ofNullable(((User) arguments[0]).name()));
    }

    private static Users users() {
        return (Users) Proxy.newProxyInstance(
                ProfileBeanTest.class.getClassLoader(),
                new Class<?>[] {Users.class},
                (proxy, called, arguments) -> Optional.of(User.create(ADA, "Ada", TestCaller.NOW)));
    }

    private record Answer(int status, String body) {}
}
