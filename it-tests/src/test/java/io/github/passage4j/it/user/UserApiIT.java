package io.github.passage4j.it.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Product;
import io.github.passage4j.it.support.TestIssuer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/user} over HTTP, as {@code docs/api.md} promises it. */
@ExtendWith(ArquillianExtension.class)
class UserApiIT {

    private static TestIssuer issuer;

    @Deployment(testable = false)
    @TargetsContainer("api")
    static WebArchive deployment() {
        return Archives.restApi();
    }

    @BeforeAll
    static void startIssuer() {
        issuer = TestIssuer.start();
    }

    @AfterAll
    static void stopIssuer() {
        issuer.close();
    }

    @Nested
    class Creating {

        @Test
        void answers201WithTheRowAndItsAddress() {
            String passageId = TestIssuer.newPassageId();

            HttpResponse<String> answer = Api.create(issuer.tokenFor(passageId), "{\"name\":\" Ada Lovelace \"}");

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Location")).contains(Product.origin() + "/api/user");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            JsonObject row = Api.json(answer);
            assertThat(row.keySet()).containsExactly("id", "name", "passageId", "createdAt", "updatedAt");
            assertThat(row.getString("name")).isEqualTo("Ada Lovelace");
            assertThat(row.getString("passageId")).isEqualTo(passageId);
            assertThat(row.getString("createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");
        }

        @Test
        void answers200WithTheVerySameRowTheSecondTime() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> first = Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> second = Api.create(token, "{\"name\":\"Eve\"}");

            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("ETag"))
                    .isEqualTo(first.headers().firstValue("ETag"));
        }

        @Test
        void takesAnEmptyObjectForANameThatIsNotKnown() {
            HttpResponse<String> answer = Api.create(issuer.tokenFor(TestIssuer.newPassageId()), "{}");

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(Api.json(answer).isNull("name")).isTrue();
        }

        @Test
        void ignoresMembersThatAreNotTheCallersToSet() {
            String passageId = TestIssuer.newPassageId();

            HttpResponse<String> answer = Api.create(
                    issuer.tokenFor(passageId),
                    "{\"name\":\"Ada\",\"id\":1,\"passageId\":\"other\",\"version\":9,\"createdAt\":\"2000-01-01T00:00:00Z\"}");

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(Api.json(answer).getString("passageId")).isEqualTo(passageId);
            assertThat(Api.json(answer).getString("createdAt")).doesNotStartWith("2000");
        }

        @Test
        void makesOneRowForParallelCalls() throws Exception {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            ExecutorService callers = Executors.newFixedThreadPool(20);
            List<Callable<HttpResponse<String>>> calls =
                    Collections.nCopies(40, () -> Api.create(token, "{\"name\":\"Ada\"}"));

            List<Future<HttpResponse<String>>> answers = callers.invokeAll(calls);

            callers.shutdown();
            int created = 0;
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isIn(200, 201);
                assertThat(answer.get().body()).isEqualTo(answers.get(0).get().body());
                created += answer.get().statusCode() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\"\"", "\"   \"", "\"a\\u0000b\"", "\"a\\u0007b\"", "\"\\ud800\"", "7", "[]", "{}", "true"})
        void refusesABadNameAndNamesTheField(String name) {
            String token = issuer.tokenFor(TestIssuer.newPassageId());

            HttpResponse<String> answer = Api.create(token, "{\"name\":" + name + "}");

            assertProblem(answer, 400);
            assertThat(Api.json(answer)
                            .getJsonArray("violations")
                            .getJsonObject(0)
                            .getString("field"))
                    .isEqualTo("name");
            assertThat(Api.read(token).statusCode()).isEqualTo(404);
        }

        @Test
        void takesAHundredCharactersAndRefusesOneMore() {
            String longest = "\uD83E\uDD16".repeat(100);

            HttpResponse<String> accepted =
                    Api.create(issuer.tokenFor(TestIssuer.newPassageId()), "{\"name\":\"" + longest + "\"}");
            HttpResponse<String> refused =
                    Api.create(issuer.tokenFor(TestIssuer.newPassageId()), "{\"name\":\"" + longest + "x\"}");

            assertThat(Api.json(accepted).getString("name")).isEqualTo(longest);
            assertProblem(refused, 400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "{", "{\"name\":\"Ada\"}x", "{\"name\":\"A\",\"name\":\"B\"}"})
        void refusesABodyThatIsNotOneObject(String body) {
            assertProblem(Api.create(issuer.tokenFor(TestIssuer.newPassageId()), body), 400);
        }

        @Test
        void refusesABodyThatIsTooLong() {
            String body = "{\"other\":\"" + "x".repeat(20_000) + "\"}";

            assertProblem(Api.create(issuer.tokenFor(TestIssuer.newPassageId()), body), 413);
        }

        @Test
        void refusesABodyOfAnotherType() {
            HttpResponse<String> answer = Api.send(Api.userWith(issuer.tokenFor(TestIssuer.newPassageId()))
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("{}")));

            assertProblem(answer, 415);
        }
    }

    @Nested
    class Reading {

        @Test
        void answersTheRowWithItsTag() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> created = Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> answer = Api.read(token);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(created.body());
            assertThat(answer.headers().firstValue("ETag").orElseThrow()).matches("\"[^\"]+\"");
        }

        @Test
        void answers404ToACallerWithoutARow() {
            assertProblem(Api.read(issuer.tokenFor(TestIssuer.newPassageId())), 404);
        }

        @Test
        void takesTheTokenFromTheCookieToo() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> answer = Api.send(
                    Api.user().header("Cookie", "psg_auth_token=" + token).GET());

            assertThat(answer.statusCode()).isEqualTo(200);
        }

        @Test
        void refusesTypesItDoesNotSpeak() {
            HttpResponse<String> answer = Api.send(Api.userWith(issuer.tokenFor(TestIssuer.newPassageId()))
                    .header("Accept", "text/csv")
                    .GET());

            assertProblem(answer, 406);
        }
    }

    @Nested
    class Authentication {

        static Set<Map.Entry<String, String>> refusedTokens() {
            String passageId = TestIssuer.newPassageId();
            Instant past = Instant.now().minusSeconds(120);
            return Map.of(
                            "garbage", "garbage",
                            "expired", issuer.token(passageId, claims -> claims.expirationTime(Date.from(past))),
                            "without expiry", issuer.token(passageId, claims -> claims.expirationTime(null)),
                            "signed by another key", issuer.tokenOfAnotherKey(passageId),
                            "of another app", issuer.token(passageId, claims -> claims.audience("another app")),
                            "of another issuer",
                                    issuer.token(passageId, claims -> claims.issuer("https://evil.example")),
                            "tampered", tampered(issuer.tokenFor(passageId)))
                    .entrySet();
        }

        @Test
        void answers401WithoutAToken() {
            HttpResponse<String> answer = Api.send(Api.user().GET());

            assertProblem(answer, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer");
        }

        @ParameterizedTest
        @MethodSource("refusedTokens")
        void answers401ToATokenThat(Map.Entry<String, String> token) {
            HttpResponse<String> answer = Api.read(token.getValue());

            assertProblem(answer, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .contains("invalid_token");
        }

        @Test
        void doesNotRescueABadHeaderByAGoodCookie() {
            String good = issuer.tokenFor(TestIssuer.newPassageId());

            assertProblem(
                    Api.send(Api.userWith("garbage")
                            .header("Cookie", "psg_auth_token=" + good)
                            .GET()),
                    401);
            assertProblem(
                    Api.send(Api.user()
                            .header("Authorization", "Basic QTpC")
                            .header("Cookie", "psg_auth_token=" + good)
                            .GET()),
                    401);
        }

        @Test
        void refusesHeaderAndCookieOfDifferentUsers() {
            String header = issuer.tokenFor(TestIssuer.newPassageId());
            String cookie = issuer.tokenFor(TestIssuer.newPassageId());

            assertProblem(
                    Api.send(Api.userWith(header)
                            .header("Cookie", "psg_auth_token=" + cookie)
                            .GET()),
                    401);
        }

        @Test
        void refusesAChangeByCookieFromAnotherOrigin() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());

            HttpResponse<String> answer = Api.send(Api.user()
                    .header("Cookie", "psg_auth_token=" + token)
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));

            assertProblem(answer, 403);
            assertThat(Api.read(token).statusCode()).isEqualTo(404);
        }

        private static String tampered(String token) {
            int middle = token.indexOf('.') + 10;
            char changed = token.charAt(middle) == 'A' ? 'B' : 'A';
            return token.substring(0, middle) + changed + token.substring(middle + 1);
        }
    }

    @Nested
    class Addresses {

        @Test
        void saysWhichMethodsAreAllowed() {
            HttpResponse<String> answer = Api.send(
                    Api.userWith(issuer.tokenFor(TestIssuer.newPassageId())).PUT(BodyPublishers.ofString("{}")));

            assertProblem(answer, 405);
            assertThat(answer.headers().firstValue("Allow").orElseThrow())
                    .contains("GET")
                    .contains("POST");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/", "/api/users/1", "/api/application.wadl", "/api/user/../../etc"})
        void answersAProblemWhereThereIsNothing(String path) {
            HttpResponse<String> answer = Api.send(
                    HttpRequest.newBuilder(URI.create(Product.origin() + path)).GET());

            assertThat(answer.statusCode()).isEqualTo(404);
        }

        @Test
        void grantsNoOtherOriginAnything() {
            HttpResponse<String> answer = Api.send(
                    Api.user().header("Origin", "https://other.example").GET());

            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Api.json(answer).getInt("status")).isEqualTo(status);
        assertThat(Api.json(answer).getString("title")).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.github.passage4j");
    }
}
