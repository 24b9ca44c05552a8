package io.github.passage4j.it.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Product;
import io.github.passage4j.it.support.TestIssuer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Cookie;

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
                    "{\"name\":\"Ada\",\"id\":1,\"passageId\":\"other\",\"version\":9,\"createdAt\":\"2000-01-01T00:00:00Z\","
                            + "\"updatedAt\":\"2000-01-01T00:00:00Z\",\"roles\":[\"admin\"]}");

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(Api.json(answer).getString("passageId")).isEqualTo(passageId);
            assertThat(Api.json(answer).getString("createdAt")).doesNotStartWith("2000");
        }

        @Test
        void makesOneRowForParallelCalls() throws Exception {
            String token = issuer.tokenFor(TestIssuer.newPassageId());

            List<HttpResponse<String>> answers =
                    atOnce(200, number -> Api.create(token, "{\"name\":\"Ada " + number + "\"}"));

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 201);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.get(0).body());
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
        void saysThatTheBodyIsMissing() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> answer = Api.send(Api.userWith(token).POST(BodyPublishers.noBody()));

            assertProblem(answer, 400);
            assertThat(Api.json(answer).getJsonArray("violations").getJsonObject(0))
                    .hasToString("{\"field\":\"body\",\"message\":\"is required\"}");
        }

        @Test
        void refusesABodyThatIsTooLong() {
            String body = "{\"other\":\"" + "x".repeat(20_000) + "\"}";

            assertProblem(Api.create(issuer.tokenFor(TestIssuer.newPassageId()), body), 413);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Ada \uD83D\uDC69\u200D\uD83D\uDCBB \uD83C\uDDEC\uD83C\uDDE7",
                    "\u0639\u0628\u062F \u0627\u0644\u0644\u0647\u200F",
                    "\u05D0\u05D1\u05D2\u05B8",
                    "Zoe\u0308 n\u0303 \u1E69\u0323",
                    "\u0915\u094D\u200D\u0937",
                    "O'Connor \"\\ </script> {{7*7}} %00 ${x}"
                })
        void keepsTheNameExactly(String name) {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            String json = Json.createObjectBuilder().add("name", name).build().toString();

            Api.create(token, json);

            assertThat(Api.json(Api.read(token)).getString("name")).isEqualTo(name);
        }

        @Test
        void refusesALongBodyThatComesInChunks() {
            byte[] body = ("{\"other\":\"" + "x".repeat(20_000) + "\"}").getBytes(StandardCharsets.UTF_8);

            HttpResponse<String> answer = Api.send(Api.userWith(issuer.tokenFor(TestIssuer.newPassageId()))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

            assertProblem(answer, 413);
        }

        @Test
        void refusesDeepNesting() {
            assertProblem(
                    Api.create(
                            issuer.tokenFor(TestIssuer.newPassageId()),
                            "{\"a\":" + "[".repeat(8000) + "]".repeat(8000) + "}"),
                    400);
        }

        @Test
        void refusesACompressedBody() {
            HttpResponse<String> answer = Api.send(Api.userWith(issuer.tokenFor(TestIssuer.newPassageId()))
                    .header("Content-Type", "application/json")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofString("{}")));

            assertProblem(answer, 415);
            assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "null",
                    "\"Ada\"",
                    "{\"name\":\"a\",\"name\":\"b\"}",
                    "{} {}",
                    "{\"name\":\"\uFFFF"
                })
        void refusesABodyThatIsNoObject(String body) {
            assertProblem(Api.create(issuer.tokenFor(TestIssuer.newPassageId()), body), 400);
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
    class ConditionalReading {

        @Test
        void answers304WhereTheClientHasTheRowAlready() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            String tag = tagOf(Api.create(token, "{\"name\":\"Ada\"}"));

            for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                HttpResponse<String> answer = Api.send(
                        Api.userWith(token).header("If-None-Match", known).GET());

                assertThat(answer.statusCode()).as(known).isEqualTo(304);
                assertThat(answer.body()).isEmpty();
                assertThat(tagOf(answer)).isEqualTo(tag);
            }
        }

        @Test
        void answersTheRowOnceItHasChanged() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            String tag = tagOf(Api.create(token, "{\"name\":\"Ada\"}"));
            rename(token, "{\"name\":\"Ada K.\"}", null);

            assertThat(Api.send(Api.userWith(token).header("If-None-Match", tag).GET())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void answersHeadAsGetWithoutTheBody() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> get = Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> head = Api.send(Api.userWith(token).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(tagOf(head)).isEqualTo(tagOf(get));
            assertThat(head.headers().firstValueAsLong("Content-Length"))
                    .hasValue(get.body().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Nested
    class Renaming {

        @Test
        void changesTheNameAndTheTag() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> created = Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> answer = rename(token, "{\"name\":\" Ada K. \"}", null);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Api.json(answer).getString("name")).isEqualTo("Ada K.");
            assertThat(Api.json(answer).getInt("id"))
                    .isEqualTo(Api.json(created).getInt("id"));
            assertThat(Api.json(answer).getString("createdAt"))
                    .isEqualTo(Api.json(created).getString("createdAt"));
            assertThat(tagOf(answer)).isNotEqualTo(tagOf(created));
            assertThat(Api.read(token).body()).isEqualTo(answer.body());
        }

        @Test
        void takesPlainJsonToo() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> answer = Api.send(Api.userWith(token)
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString("{\"name\":\"Ada K.\"}")));

            assertThat(Api.json(answer).getString("name")).isEqualTo("Ada K.");
        }

        @Test
        void takesTheNameAwayWhenItIsNull() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> answer = rename(token, "{\"name\":null}", null);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Api.json(answer).isNull("name")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"name\":\"Ada\"}",
                    "{\"id\":1,\"passageId\":\"other\",\"version\":0,\"createdAt\":null}"
                })
        void changesNothingWithoutAnotherName(String patch) {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> created = Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> answer = rename(token, patch, null);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(created.body());
            assertThat(tagOf(answer)).isEqualTo(tagOf(created));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"\"", "\"  \"", "\"a\\u0000b\"", "7", "[]"})
        void refusesABadNameAndNamesTheField(String name) {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> created = Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> answer = rename(token, "{\"name\":" + name + "}", null);

            assertProblem(answer, 400);
            assertThat(Api.json(answer)
                            .getJsonArray("violations")
                            .getJsonObject(0)
                            .getString("field"))
                    .isEqualTo("name");
            assertThat(Api.read(token).body()).isEqualTo(created.body());
        }

        @Test
        void answers404ToACallerWithoutARow() {
            assertProblem(rename(issuer.tokenFor(TestIssuer.newPassageId()), "{\"name\":\"Ada\"}", null), 404);
        }

        @Test
        void changesTheVersionThatIfMatchNames() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            String first = tagOf(Api.create(token, "{\"name\":\"Ada\"}"));

            String second = tagOf(rename(token, "{\"name\":\"Ada K.\"}", first));
            HttpResponse<String> listed = rename(token, "{\"name\":\"Ada L.\"}", "\"x\", " + second);
            HttpResponse<String> any = rename(token, "{\"name\":\"Ada M.\"}", "*");

            assertThat(listed.statusCode()).isEqualTo(200);
            assertThat(any.statusCode()).isEqualTo(200);
        }

        @Test
        void refusesAnyOtherVersion() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            String old = tagOf(Api.create(token, "{\"name\":\"Ada\"}"));
            HttpResponse<String> current = rename(token, "{\"name\":\"Ada K.\"}", old);

            for (String stale : List.of(old, "\"x\"", "W/" + tagOf(current), old + ", \"y\"")) {
                assertProblem(rename(token, "{\"name\":\"Eve\"}", stale), 412);
            }
            assertThat(Api.read(token).body()).isEqualTo(current.body());
        }

        @Test
        void refusesAConditionThatItCantRead() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            Api.create(token, "{\"name\":\"Ada\"}");

            assertProblem(rename(token, "{\"name\":\"Eve\"}", "1-1"), 400);
        }

        @Test
        void letsExactlyOneOfAHundredParallelChangesOfOneVersionWin() throws Exception {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> current = Api.create(token, "{\"name\":\"Ada\"}");

            // Several times, because one round may happen to be orderly
            for (int round = 0; round < 8; round++) {
                String tag = tagOf(current);
                String name = "Ada " + round + ".";
                List<HttpResponse<String>> answers =
                        atOnce(100, number -> rename(token, "{\"name\":\"" + name + number + "\"}", tag));

                assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 412);
                List<HttpResponse<String>> won = answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .toList();
                assertThat(won).hasSize(1);
                current = Api.read(token);
                assertThat(current.body()).isEqualTo(won.get(0).body());
            }
        }

        @Test
        void storesAllParallelChangesWithoutACondition() throws Exception {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            Api.create(token, "{\"name\":\"Ada\"}");

            List<HttpResponse<String>> answers =
                    atOnce(10, number -> rename(token, "{\"name\":\"Ada " + number + "\"}", null));

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        }
    }

    @Nested
    class Deleting {

        @Test
        void removesTheRowAndSucceedsAgain() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            Api.create(token, "{\"name\":\"Ada\"}");

            HttpResponse<String> first = delete(token, null);
            HttpResponse<String> second = delete(token, null);

            assertThat(first.statusCode()).isEqualTo(204);
            assertThat(first.body()).isEmpty();
            assertThat(second.statusCode()).isEqualTo(204);
            assertProblem(Api.read(token), 404);
        }

        @Test
        void neverGivesANewRowAnOldTag() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            String old = tagOf(Api.create(token, "{\"name\":\"Ada\"}"));
            delete(token, null);

            HttpResponse<String> again = Api.create(token, "{\"name\":\"Ada\"}");

            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(tagOf(again)).isNotEqualTo(old);
            assertProblem(rename(token, "{\"name\":\"Eve\"}", old), 412);
        }

        @Test
        void removesOnlyTheVersionThatIfMatchNames() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            String old = tagOf(Api.create(token, "{\"name\":\"Ada\"}"));
            String current = tagOf(rename(token, "{\"name\":\"Ada K.\"}", old));

            assertProblem(delete(token, old), 412);
            assertThat(Api.read(token).statusCode()).isEqualTo(200);
            assertThat(delete(token, current).statusCode()).isEqualTo(204);
            assertThat(delete(token, current).statusCode()).isEqualTo(204);
        }

        @Test
        void leavesTheRowsOfOthersAlone() {
            String ada = issuer.tokenFor(TestIssuer.newPassageId());
            String bob = issuer.tokenFor(TestIssuer.newPassageId());
            Api.create(ada, "{\"name\":\"Ada\"}");
            Api.create(bob, "{\"name\":\"Bob\"}");

            delete(ada, null);

            assertThat(Api.read(bob).statusCode()).isEqualTo(200);
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

        @ParameterizedTest
        @ValueSource(strings = {"", "Authorization: Bearer garbage\r\n", "Cookie: psg_auth_token=garbage\r\n"})
        void writesNothingBehindARefusal(String credentials) throws IOException {
            for (String path : List.of("/api/user", "/api/users")) {
                String answer = raw(
                        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + credentials + "Connection: close\r\n\r\n");

                String head = answer.substring(0, answer.indexOf("\r\n\r\n") + 4);
                assertThat(head).startsWith("HTTP/1.1 401");
                assertThat(head).contains("Content-Length: " + (answer.length() - head.length()) + "\r\n");
            }
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

        @ParameterizedTest
        @CsvSource({
            "Origin, null",
            "Origin, https://evil.example",
            "Sec-Fetch-Site, cross-site",
            "Sec-Fetch-Site, same-site"
        })
        void refusesEveryKindOfChangeByCookieFromElsewhere(String header, String value) {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            HttpResponse<String> created = Api.create(token, "{\"name\":\"Ada\"}");

            for (String method : List.of("POST", "PATCH", "DELETE", "PUT")) {
                HttpResponse<String> answer = Api.send(Api.user()
                        .header("Cookie", "psg_auth_token=" + token)
                        .header(header, value)
                        .header("Content-Type", "application/json")
                        .method(method, bodyOf(method)));

                assertProblem(answer, 403);
            }
            assertThat(Api.read(token).body()).isEqualTo(created.body());
        }

        @Test
        void takesAChangeByCookieFromTheAppsOwnPages() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());

            HttpResponse<String> answer = Api.send(Api.user()
                    .header("Cookie", "psg_auth_token=" + token)
                    .header("Origin", Product.origin())
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(201);
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

        @ParameterizedTest
        @CsvSource({
            "PUT, /api/user, 'DELETE, GET, HEAD, OPTIONS, PATCH, POST'",
            "POST, /api/users, 'GET, HEAD, OPTIONS'",
            "DELETE, /api/users/1, 'GET, HEAD, OPTIONS'",
            "POST, /api/openapi, 'GET, HEAD, OPTIONS'",
            "PUT, /api/openapi.yaml, 'GET, HEAD, OPTIONS'",
            "POST, /api/docs, 'GET, HEAD, OPTIONS'",
            "BREW, /api/user, 'DELETE, GET, HEAD, OPTIONS, PATCH, POST'"
        })
        void saysWhichMethodsAreAllowed(String method, String path, String allowed) {
            HttpResponse<String> answer =
                    Api.send(at(path).header("Authorization", "Bearer " + issuer.tokenFor(TestIssuer.newPassageId()))
                            .method(method, bodyOf(method)));

            assertProblem(answer, 405);
            assertThat(allowedBy(answer)).containsExactlyInAnyOrder(allowed.split(", "));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/user", "/api/users", "/api/openapi", "/api/docs"})
        void answersOptionsToAnyone(String path) {
            HttpResponse<String> answer = Api.send(at(path).method("OPTIONS", BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isIn(200, 204);
            assertThat(allowedBy(answer)).contains("GET", "HEAD", "OPTIONS").doesNotContain("TRACE");
        }

        @Test
        void echoesNothingToTrace() throws IOException {
            String answer =
                    raw("TRACE /api/user HTTP/1.1\r\nHost: localhost\r\nX-Secret: echo\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 405").doesNotContain("X-Secret");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/",
                    "/api/nothing",
                    "/api/user/1",
                    "/api/users/x",
                    "/api/application.wadl",
                    "/api/error",
                    "/api/docs/x",
                    "/api/user%2F.."
                })
        void answersAProblemWhereThereIsNothing(String path) {
            assertProblem(Api.send(at(path).GET()), 404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "garbage",
                    "a/b/c",
                    "application/json;;=",
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded"
                })
        void refusesWhateverIsNoJson(String type) {
            HttpResponse<String> answer = Api.send(Api.userWith(issuer.tokenFor(TestIssuer.newPassageId()))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isIn(400, 415);
            assertProblem(answer, answer.statusCode());
        }

        /** The server's own connector answers these before the archive hears of them. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /api/user%00 HTTP/1.1\r\nHost: localhost\r\n",
                    "GET /api/user HTTP/1.1\r\nHost: localhost\r\nContent-Length: abc\r\n",
                    "POST /api/user HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n"
                })
        void saysNothingOfItselfToAMalformedRequest(String head) throws IOException {
            String answer = raw(head + "Connection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("Exception")
                    .doesNotContain("<html");
        }

        @Test
        void saysNothingOfItselfToAnOverlongHeader() throws IOException {
            String answer = raw("GET /api/user HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000)
                    + "\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("Exception")
                    .doesNotContain("<html");
        }

        @Test
        void grantsNoOtherOriginAnything() {
            HttpResponse<String> answer = Api.send(
                    Api.user().header("Origin", "https://other.example").GET());
            HttpResponse<String> preflight = Api.send(Api.user()
                    .header("Origin", "https://other.example")
                    .header("Access-Control-Request-Method", "DELETE")
                    .method("OPTIONS", BodyPublishers.noBody()));

            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
            assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/user", "/api/nothing", "/api/openapi", "/api/docs"})
        void isNeverKeptByACache(String path) {
            HttpResponse<String> answer = Api.send(at(path).GET());

            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Nested
    class Documentation {

        @Test
        void isJsonOrYamlAsAskedFor() {
            HttpResponse<String> json = Api.send(at("/api/openapi").GET());
            HttpResponse<String> yaml = Api.send(
                    at("/api/openapi").header("Accept", "application/yaml").GET());

            assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(Api.json(json).getJsonObject("paths").keySet())
                    .containsExactlyInAnyOrder("/api/user", "/api/users", "/api/users/{id}");
            assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
            assertThat(yaml.body()).contains("/api/user:");
            assertThat(Api.send(at("/api/openapi.json").GET()).body()).isEqualTo(json.body());
            assertThat(Api.send(at("/api/openapi.yaml").GET()).body()).isEqualTo(yaml.body());
            assertProblem(
                    Api.send(at("/api/openapi").header("Accept", "text/csv").GET()), 406);
        }

        @Test
        void tellsItsLengthToHead() {
            int length = Api.send(at("/api/openapi").GET()).body().getBytes(StandardCharsets.UTF_8).length;

            assertThat(Api.send(at("/api/openapi").method("HEAD", BodyPublishers.noBody()))
                            .headers()
                            .firstValueAsLong("Content-Length"))
                    .hasValue(length);
        }

        @Test
        void hasAPageWhoseFilesAreAllHere() {
            HttpResponse<String> page = Api.send(at("/api/docs").GET());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("http:").doesNotContain("https:");
            Matcher file = Pattern.compile("(?:href|src)=\"(docs/[^\"]+)\"").matcher(page.body());
            int files = 0;
            while (file.find()) {
                files++;
                assertThat(Api.send(at("/api/" + file.group(1)).GET()).statusCode())
                        .as(file.group(1))
                        .isEqualTo(200);
            }
            assertThat(files).isEqualTo(4);
        }
    }

    @Nested
    class DocumentationInTheBrowser {

        @Test
        void callsTheApiWithTheSessionOfThePage() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            Api.create(token, "{\"name\":\"Ada\"}");

            try (Browser browser = new Browser()) {
                browser.open("/api/docs");
                browser.addCookie(new Cookie("psg_auth_token", token));
                browser.click("#operations-user-readUser .opblock-summary-control");
                browser.click("#operations-user-readUser .execute");

                assertThat(browser.see(".live-responses-table .response .response-col_status")
                                .getText())
                        .contains("200");
                assertThat(browser.see(".live-responses-table").getText()).contains("Ada");
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    @Nested
    class Limits {

        @Test
        void stopACallerWhoAsksTooOftenAndNobodyElse() throws Exception {
            String token = issuer.tokenFor(TestIssuer.newPassageId());

            List<HttpResponse<String>> answers = atOnce(1_500, number -> Api.read(token));

            HttpResponse<String> refused = answers.stream()
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();
            assertProblem(refused, 429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isPositive();
            assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"caller\";r=0;t=");
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 404).hasSizeGreaterThanOrEqualTo(1_000);
            assertThat(Api.read(issuer.tokenFor(TestIssuer.newPassageId())).statusCode())
                    .isEqualTo(404);
        }

        @Test
        void countRefusedTokensForTheirAddress() {
            long before = remaining(Api.read("garbage"));
            long after = remaining(Api.read("garbage"));

            assertThat(Api.read("garbage").headers().firstValue("RateLimit-Policy"))
                    .contains("\"address\";q=1000;w=200");
            assertThat(after).isLessThanOrEqualTo(before + 1).isLessThan(1_000);
        }

        private static long remaining(HttpResponse<String> answer) {
            Matcher limit = Pattern.compile("r=(\\d+)")
                    .matcher(answer.headers().firstValue("RateLimit").orElseThrow());
            assertThat(limit.find()).isTrue();
            return Long.parseLong(limit.group(1));
        }
    }

    @Nested
    class Operations {

        @Test
        void areReadyAndAlive() {
            for (String path : List.of("/health", "/health/ready", "/health/live")) {
                HttpResponse<String> answer = Api.send(at(path).GET());

                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(Api.json(answer).getString("status")).isEqualTo("UP");
            }
            assertThat(Api.send(at("/health/ready").GET()).body()).contains("app database");
        }

        @Test
        void countRequestsTokensAndKeyFetches() {
            String token = issuer.tokenFor(TestIssuer.newPassageId());
            Api.read(token);
            Api.read(token);
            Api.read("garbage");

            String metrics = Api.send(at("/metrics").GET()).body();

            assertThat(value(
                            metrics,
                            "passage_api_requests_total",
                            "method=\"GET\"",
                            "route=\"/user\"",
                            "status=\"404\""))
                    .isGreaterThanOrEqualTo(2);
            assertThat(value(
                            metrics,
                            "passage_api_requests_total",
                            "method=\"GET\"",
                            "route=\"/user\"",
                            "status=\"401\""))
                    .isPositive();
            assertThat(value(metrics, "passage_tokens", "outcome=\"accepted\"")).isPositive();
            assertThat(value(metrics, "passage_tokens", "outcome=\"remembered\""))
                    .isPositive();
            assertThat(value(metrics, "passage_tokens", "outcome=\"refused\"", "reason=\"malformed\""))
                    .isPositive();
            assertThat(value(metrics, "passage_jwks_fetches", "outcome=\"succeeded\""))
                    .isPositive();
        }

        private static double value(String metrics, String name, String... tags) {
            return metrics.lines()
                    .filter(line -> line.startsWith(name + "{"))
                    .filter(line -> List.of(tags).stream().allMatch(line::contains))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(Product.origin() + path));
    }

    /** The server refuses a DELETE with a body before the API hears of it. */
    private static HttpRequest.BodyPublisher bodyOf(String method) {
        return method.equals("DELETE") ? BodyPublishers.noBody() : BodyPublishers.ofString("{\"name\":\"Eve\"}");
    }

    private static HttpResponse<String> rename(String token, String patch, @Nullable String ifMatch) {
        HttpRequest.Builder request = Api.userWith(token).header("Content-Type", "application/merge-patch+json");
        return Api.send(conditional(request, ifMatch).method("PATCH", BodyPublishers.ofString(patch)));
    }

    private static HttpResponse<String> delete(String token, @Nullable String ifMatch) {
        return Api.send(conditional(Api.userWith(token), ifMatch).DELETE());
    }

    private static HttpRequest.Builder conditional(HttpRequest.Builder request, @Nullable String ifMatch) {
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    private static String tagOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static List<String> allowedBy(HttpResponse<String> answer) {
        return List.of(answer.headers().firstValue("Allow").orElseThrow().split(", *"));
    }

    /** The answers to calls that are sent at once, by at most a hundred senders. */
    private static List<HttpResponse<String>> atOnce(int calls, IntFunction<HttpResponse<String>> call)
            throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(Math.min(calls, 100));
        try {
            List<Callable<HttpResponse<String>>> tasks = IntStream.range(0, calls)
                    .<Callable<HttpResponse<String>>>mapToObj(number -> () -> call.apply(number))
                    .toList();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : senders.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            senders.shutdown();
        }
    }

    /** What the server answers to bytes that no HTTP client would send. */
    private static String raw(String request) throws IOException {
        URI server = URI.create(Product.origin());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
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
