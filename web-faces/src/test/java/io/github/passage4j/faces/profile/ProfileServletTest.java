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
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileServletTest {

    private static final String ADA = TestPassage.ADA;

    private final TestPassage passage = new TestPassage();
    private final Users users = new MapUsers(TestCaller.CLOCK);
    private final TestSessions sessions = new TestSessions();
    private final ProfileServlet servlet = servletOf(users);
    private final TestResponse response = new TestResponse();

    @AfterEach
    void endPassage() {
        passage.close();
    }

    @Test
    void renamesTheRowAndLeadsBack() throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));

        post("/name", "value", " Ada King ");

        assertThat(users.findByPassageId(ADA)).map(User::name).contains("Ada King");
        assertLeadsTo("/profile?done=name#name");
    }

    @Test
    void renamesAlsoWhenAnotherTabIsFirst() throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));

        servletOf(contested(users))
                .doPost(form("/name").parameter("value", "Ada King").build(), response.build());

        assertThat(users.findByPassageId(ADA)).map(User::name).contains("Ada King");
        assertLeadsTo("/profile?done=name#name");
    }

    /** Users whose row changes at the moment of the first rename. */
    private static Users contested(Users users) {
        AtomicBoolean isContested = new AtomicBoolean(true);
        return (Users) Proxy.newProxyInstance(
                Users.class.getClassLoader(), new Class<?>[] {Users.class}, (proxy, called, arguments) -> {
                    if (called.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, called, arguments);
                    }
                    boolean isFirst = isContested.getAndSet(false);
                    return users.rename((String) arguments[0], (String) arguments[1], isFirst ? -1L : null);
                });
    }

    @Test
    void makesTheRowThatALostCallbackLeftOut() throws ServletException, IOException {
        post("/name", "value", "Ada");

        assertThat(users.findByPassageId(ADA)).map(User::name).contains("Ada");
        assertLeadsTo("/profile?done=name#name");
    }

    @Test
    void makesTheRowAlsoWhilePassageIsAway() throws ServletException, IOException {
        passage.answers("GET api /users/" + ADA, 500, "internal_server_error");

        post("/name", "value", "Ada");

        assertThat(users.findByPassageId(ADA)).map(User::name).contains("Ada");
    }

    @Test
    void makesNoRowForAnAccountThatIsGone() throws ServletException, IOException {
        passage.forgets(ADA);

        post("/name", "value", "Ada");

        assertThat(users.findByPassageId(ADA)).isEmpty();
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.isError()).isTrue();
        assertForgetsTheSession();
    }

    @ParameterizedTest
    @CsvSource({"'', register.name.blank", "'a\u0007b', register.name.control-character"})
    void showsThePageAgainWithWhatIsWrongWithAName(String name, String key) throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));

        TestRequest request = post("/name", "value", name);

        assertShown(request, new ProfileProblem("name", key, 400));
        assertThat(users.findByPassageId(ADA)).map(User::name).contains("Ada");
    }

    @Test
    void hasALinkSentToANewAddress() throws ServletException, IOException {
        post("/email", "value", " new@shop.example ");

        assertThat(passage.changes())
                .containsExactly("PATCH auth /currentuser/email "
                        + "{\"new_email\":\"new@shop.example\",\"language\":\"de\",\"redirect_url\":\"/profile\"}");
        assertLeadsTo("/profile?done=email#email");
    }

    @ParameterizedTest
    @CsvSource({
        "400, profile.email.refused, 400",
        "403, profile.email.forbidden, 403",
        "429, profile.too-often, 429",
        "500, profile.unavailable, 503"
    })
    void saysWhyAnAddressWasNotTaken(int answer, String key, int status) throws ServletException, IOException {
        passage.answers("PATCH auth /currentuser/email", answer, "no");

        TestRequest request = post("/email", "value", "new@shop.example");

        assertShown(request, new ProfileProblem("email", key, status));
    }

    @Test
    void keepsTheFieldsOfTheProfileAndNoOthers() throws ServletException, IOException {
        TestRequest request = form("/details")
                .parameter("field.nickname", "Ada")
                .parameter("field.age", "36")
                .parameter("field.internal", "forged");

        servlet.doPost(request.build(), response.build());

        assertThat(passage.changes())
                .containsExactly(
                        "PATCH auth /currentuser/user-metadata {\"user_metadata\":{\"nickname\":\"Ada\",\"age\":36}}");
        assertLeadsTo("/profile?done=details#details");
    }

    @Test
    void asksPassageNothingAboutANumberThatIsNone() throws ServletException, IOException {
        TestRequest request = post("/details", "field.age", "many");

        assertShown(request, new ProfileProblem("details", "profile.details.refused", 400));
        assertThat(passage.changes()).isEmpty();
    }

    @Test
    void renamesAPasskey() throws ServletException, IOException {
        TestRequest request =
                form("/passkeys/rename").parameter("id", "device-1").parameter("value", " Work ");

        servlet.doPost(request.build(), response.build());

        assertThat(passage.changes())
                .containsExactly("PATCH auth /currentuser/devices/device-1 {\"friendly_name\":\"Work\"}");
        assertLeadsTo("/profile?done=passkey-renamed#passkeys");
    }

    @Test
    void removesAPasskey() throws ServletException, IOException {
        post("/passkeys/remove", "id", "device-1");

        assertThat(passage.changes()).containsExactly("DELETE auth /currentuser/devices/device-1");
        assertLeadsTo("/profile?done=passkey-removed#passkeys");
    }

    @Test
    void keepsThePasskeysFromBeforeTheAddressWasVerified() throws ServletException, IOException {
        post("/passkeys/confirm", null, "");

        assertThat(passage.changes()).containsExactly("POST auth /currentuser/devices/confirm");
        assertLeadsTo("/profile?done=passkeys-confirmed#passkeys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "."})
    void asksPassageNothingAboutAPasskeyThatCanNotBe(String id) throws ServletException, IOException {
        TestRequest request = post("/passkeys/remove", "id", id);

        assertShown(request, new ProfileProblem("passkeys", "profile.passkeys.refused", 400));
        assertThat(passage.changes()).isEmpty();
    }

    @Test
    void signsOutEverywhere() throws ServletException, IOException {
        post("/sessions/end-all", null, "");

        assertThat(passage.changes()).containsExactly("DELETE api /users/user-ada/tokens");
        assertForgetsTheSession();
        assertLeadsTo("/login?signed-out");
    }

    @Test
    void staysSignedInWhenPassageCanNotEndTheOthers() throws ServletException, IOException {
        passage.answers("DELETE api /users/user-ada/tokens", 500, "internal_server_error");

        TestRequest request = post("/sessions/end-all", null, "");

        assertShown(request, new ProfileProblem("sessions", "profile.unavailable", 503));
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void signsOutInOnePlace() throws ServletException, IOException {
        post("/sessions/end", "id", "session-2");

        assertThat(passage.changes()).containsExactly("DELETE auth /currentuser/sessions/session-2");
        assertThat(response.cookies()).isEmpty();
        assertLeadsTo("/profile?done=session-ended#sessions");
    }

    @Test
    void deletesNothingForASessionThatIsOver() throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));
        passage.answers("GET auth /currentuser", 401, "invalid_access_token");

        TestRequest request = post("/delete", "confirmed", "true");

        assertThat(request.attribute(ProfileProblem.ATTRIBUTE)).isInstanceOf(ProfileProblem.class);
        assertThat(passage.changes()).isEmpty();
        assertThat(users.findByPassageId(ADA)).isPresent();
    }

    @Test
    void deletesNothingWithoutTheTick() throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));

        TestRequest request = post("/delete", null, "");

        assertShown(request, new ProfileProblem("delete", "profile.delete.unconfirmed", 400));
        assertThat(passage.changes()).isEmpty();
        assertThat(users.findByPassageId(ADA)).isPresent();
    }

    @Test
    void deletesBothSides() throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));

        post("/delete", "confirmed", "true");

        assertThat(passage.changes()).containsExactly("DELETE api /users/user-ada");
        assertThat(users.findByPassageId(ADA)).isEmpty();
        assertForgetsTheSession();
        assertLeadsTo("/?deleted");
    }

    @Test
    void finishesADeletionThatACrashCutShort() throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));
        passage.forgets(ADA);

        post("/delete", "confirmed", "true");

        assertThat(users.findByPassageId(ADA)).isEmpty();
        assertLeadsTo("/?deleted");
    }

    @Test
    void keepsTheRowWhilePassageKeepsTheAccount() throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));
        passage.answers("DELETE api /users/user-ada", 500, "internal_server_error");

        TestRequest request = post("/delete", "confirmed", "true");

        assertShown(request, new ProfileProblem("delete", "profile.unavailable", 503));
        assertThat(users.findByPassageId(ADA)).isPresent();
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void keepsTheRowWhilePassageKnowsNoSuchApp() throws ServletException, IOException {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));
        passage.answers("GET auth /currentuser", 404, "app_not_found");
        passage.answers("GET api /users/user-ada", 404, "app_not_found");
        passage.answers("DELETE api /users/user-ada", 404, "app_not_found");

        TestRequest request = post("/delete", "confirmed", "true");

        assertShown(request, new ProfileProblem("delete", "profile.unavailable", 503));
        assertThat(users.findByPassageId(ADA)).isPresent();
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void knowsNoOtherForm() throws ServletException, IOException {
        post("/nothing", null, "");

        assertThat(response.status()).isEqualTo(404);
        assertThat(passage.changes()).isEmpty();
    }

    private ProfileServlet servletOf(Users users) {
        return new ProfileServlet(
                users,
                new UserProvisioning(users, TestCaller.CLOCK),
                passage.ownAccount(),
                passage.users(),
                passage.app(),
                sessions.browser(),
                new GoneAccount(sessions.browser()));
    }

    private TestRequest post(String path, @Nullable String parameter, String value)
            throws ServletException, IOException {
        TestRequest request = parameter == null ? form(path) : form(path).parameter(parameter, value);
        servlet.doPost(request.build(), response.build());
        return request;
    }

    private static TestRequest form(String path) {
        String token = TestCaller.token(ADA, TestCaller.NOW.plusSeconds(600));
        return TestRequest.of("POST", "/profile").pathInfo(path).caller(TestCaller.principal(token));
    }

    private void assertLeadsTo(String path) {
        assertThat(response.status()).isEqualTo(303);
        assertThat(Optional.ofNullable(response.header("Location"))).contains(path);
    }

    private void assertShown(TestRequest request, ProfileProblem problem) {
        assertThat(request.attribute(ProfileProblem.ATTRIBUTE)).isEqualTo(problem);
        assertThat(request.forwards()).containsExactly("/profile.xhtml");
        assertThat(response.status()).isEqualTo(problem.status());
    }

    private void assertForgetsTheSession() {
        assertThat(response.cookies()).extracting(Cookie::getMaxAge).containsExactly(0, 0);
    }
}
