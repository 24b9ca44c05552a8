package io.github.passage4j.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Crowd;
import io.github.passage4j.it.support.RunScript;
import io.github.passage4j.it.support.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * The same and opposite things at once, over HTTP, in the real server on its real database. Whoever loses a race gets a refusal that clients
 * understand, and never a failure of ours.
 */
class SignInRacesIT {

    private static final int FINISHES = 20;
    private static final int TABS = 100;

    private static RunScript product;

    private final Visitor ada = new Visitor(product.origin(), product.appId());

    @BeforeAll
    static void startProduct() {
        product = new RunScript();
        product.start(Map.of("PASSAGE_RATE_LIMITS", "off"));
    }

    @AfterAll
    static void stopProduct() {
        product.close();
    }

    @AfterEach
    void nothingFailed() {
        assertThat(product.output()).doesNotContain("Request failed, id");
    }

    @RepeatedTest(3)
    void oneOfTwentyFinishesOfARegistrationWins() {
        ada.signUp();
        ada.beginPasskey();
        String passkey = ada.passkey();

        List<Integer> statuses = statuses(Crowd.of(FINISHES, () -> ada.sendPasskey(passkey)));

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).containsOnly(201, 400);
    }

    @RepeatedTest(3)
    void oneOfTwentyFinishesOfALoginWins() {
        register(ada);
        ada.beginLogin();
        String login = ada.login();

        List<Integer> statuses = statuses(Crowd.of(FINISHES, () -> ada.sendLogin(login)));

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).containsOnly(200, 401);
    }

    @Test
    void twentyLoginsOfOnePasskeyAllSucceed() {
        register(ada);
        List<Supplier<HttpResponse<String>>> logins = new ArrayList<>();
        for (int i = 0; i < FINISHES; i++) {
            ada.beginLogin();
            String login = ada.login();
            logins.add(() -> ada.sendLogin(login));
        }

        assertThat(statuses(Crowd.of(logins))).containsOnly(200);
    }

    @RepeatedTest(3)
    void aHundredTabsThatRefreshAtOnceAllStaySignedIn() {
        register(ada);
        String shared = ada.refreshToken();

        List<HttpResponse<String>> answers = Crowd.of(TABS, () -> ada.refresh(shared));

        assertThat(statuses(answers)).containsOnly(201);
        List<String> next =
                answers.stream().map(SignInRacesIT::refreshTokenOf).distinct().toList();
        assertThat(next).hasSize(1);
        assertThat(ada.refresh(next.get(0)).statusCode()).isEqualTo(201);
    }

    @RepeatedTest(5)
    void whoSignsOutWhileTabsRefreshIsSignedOut() {
        register(ada);
        String shared = ada.refreshToken();

        List<HttpResponse<String>> answers = amongRefreshes(shared, () -> ada.revoke(shared));

        assertThat(statuses(answers)).isSubsetOf(200, 201, 401);
        assertNobodyRefreshes(shared, answers);
    }

    @RepeatedTest(5)
    void whoIsDeactivatedWhileTabsRefreshIsSignedOut() {
        register(ada);
        String shared = ada.refreshToken();

        List<HttpResponse<String>> answers = amongRefreshes(shared, () -> manage("/deactivate", "PATCH"));

        assertThat(statuses(answers)).isSubsetOf(200, 201, 401);
        assertNobodyRefreshes(shared, answers);
    }

    @RepeatedTest(5)
    void whoIsDeletedWhileTabsRefreshAndSignInIsGone() {
        register(ada);
        String shared = ada.refreshToken();
        ada.beginLogin();
        String login = ada.login();

        List<Supplier<HttpResponse<String>>> calls = new ArrayList<>(refreshes(shared));
        calls.add(() -> ada.sendLogin(login));
        calls.add(() -> manage("", "DELETE"));
        Collections.shuffle(calls);
        List<HttpResponse<String>> answers = Crowd.of(calls);

        assertThat(statuses(answers)).isSubsetOf(200, 201, 401);
        assertNobodyRefreshes(shared, answers);
        assertThat(manage("", "GET").statusCode()).isEqualTo(404);
    }

    @RepeatedTest(5)
    void whoIsDeactivatedWhileSigningInIsNotSignedIn() {
        register(ada);
        List<Supplier<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < FINISHES; i++) {
            ada.beginLogin();
            String login = ada.login();
            calls.add(() -> ada.sendLogin(login));
        }
        calls.add(() -> manage("/deactivate", "PATCH"));
        Collections.shuffle(calls);

        List<HttpResponse<String>> answers = Crowd.of(calls);

        assertThat(statuses(answers)).isSubsetOf(200, 403);
        assertNobodyRefreshes(ada.refreshToken(), answers);
    }

    @Test
    void aCeremonyOutlivesTheServerAndItsHandshakeIsGoodOnceAllTheSame() throws InterruptedException {
        Visitor eve = new Visitor(product.origin(), product.appId());
        register(ada);
        ada.beginLogin();
        String login = ada.login();
        eve.signUp();
        eve.beginPasskey();
        String passkey = eve.passkey();
        Visitor used = new Visitor(product.origin(), product.appId());
        register(used);
        used.beginLogin();
        String usedLogin = used.login();
        assertThat(used.sendLogin(usedLogin).statusCode()).isEqualTo(200);

        product.killHard();
        product.start(Map.of("PASSAGE_RATE_LIMITS", "off"));

        assertThat(ada.sendLogin(login).statusCode()).isEqualTo(200);
        assertThat(eve.sendPasskey(passkey).statusCode()).isEqualTo(201);
        assertThat(used.sendLogin(usedLogin).statusCode()).isEqualTo(401);
        assertThat(ada.sendLogin(login).statusCode()).isEqualTo(401);
        assertThat(ada.refresh(ada.refreshToken()).statusCode()).isEqualTo(201);
    }

    private static void register(Visitor visitor) {
        visitor.signUp();
        visitor.beginPasskey();
        visitor.finishPasskey();
    }

    private List<Supplier<HttpResponse<String>>> refreshes(String shared) {
        return Stream.<Supplier<HttpResponse<String>>>generate(() -> () -> ada.refresh(shared))
                .limit(FINISHES)
                .toList();
    }

    private List<HttpResponse<String>> amongRefreshes(String shared, Supplier<HttpResponse<String>> call) {
        List<Supplier<HttpResponse<String>>> calls = new ArrayList<>(refreshes(shared));
        calls.add(call);
        Collections.shuffle(calls);
        return Crowd.of(calls);
    }

    /** Neither with the token that was there before nor with one that an answer brought. */
    private void assertNobodyRefreshes(String shared, List<HttpResponse<String>> answers) {
        assertThat(ada.refresh(shared).statusCode()).isEqualTo(401);
        answers.stream()
                .filter(answer -> answer.body().contains("\"refresh_token\""))
                .map(SignInRacesIT::refreshTokenOf)
                .distinct()
                .forEach(
                        brought -> assertThat(ada.refresh(brought).statusCode()).isEqualTo(401));
    }

    private HttpResponse<String> manage(String path, String method) {
        URI user = URI.create(
                product.origin() + "/passage/api/v1/apps/" + product.appId() + "/users/" + ada.passageId() + path);
        return Api.send(HttpRequest.newBuilder(user)
                .header("Authorization", "Bearer " + product.apiKey())
                .method(method, BodyPublishers.noBody()));
    }

    private static String refreshTokenOf(HttpResponse<String> answer) {
        return Api.json(answer).getJsonObject("auth_result").getString("refresh_token");
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).toList();
    }
}
