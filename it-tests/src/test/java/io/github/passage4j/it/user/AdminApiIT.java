package io.github.passage4j.it.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Product;
import io.github.passage4j.it.support.TestIssuer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/users} over HTTP, and what else depends on settings: the API with one administrator and one foreign origin. */
@ExtendWith(ArquillianExtension.class)
class AdminApiIT {

    private static final String ADMIN = "administrator00000000001";
    private static final String FOREIGN = "https://other.example";

    private static TestIssuer issuer;
    private static String admin;

    @Deployment(testable = false)
    @TargetsContainer("api")
    static WebArchive deployment() {
        String settings = "mp.openapi.scan.disable=true\npassage.admins=somebody, " + ADMIN
                + "\npassage.cors.origins=HTTPS://Other.Example:443/\npassage.rate.limits=off\n";
        return Archives.restApi().addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
    }

    @BeforeAll
    static void startIssuer() {
        issuer = TestIssuer.start();
        admin = issuer.tokenFor(ADMIN);
    }

    @AfterAll
    static void stopIssuer() {
        issuer.close();
    }

    @Nested
    class Access {

        @ParameterizedTest
        @ValueSource(strings = {"/api/users", "/api/users/1"})
        void isRefusedToAnyoneElse(String path) {
            assertProblem(Api.send(at(path).GET()), 401);
            assertProblem(get(issuer.tokenFor(TestIssuer.newPassageId()), path), 403);
            assertProblem(get("garbage", path), 401);
        }

        @Test
        void isNotGainedByAClaim() {
            String token = issuer.token(TestIssuer.newPassageId(), claims -> claims.claim("roles", List.of("admin"))
                    .claim("groups", List.of("admin")));

            assertProblem(get(token, "/api/users"), 403);
        }

        @Test
        void letsAdministratorsUseTheirOwnRowToo() {
            assertThat(Api.create(admin, "{}").statusCode()).isIn(200, 201);
        }
    }

    @Nested
    class Reading {

        @Test
        void answersTheRowAsItsOwnerSeesIt() {
            HttpResponse<String> own = create(TestIssuer.newPassageId(), "Ada");

            HttpResponse<String> answer =
                    get(admin, "/api/users/" + Api.json(own).getInt("id"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(own.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "999999999999999999", "x", "-1", "1234567890123456789"})
        void answers404ToANumberThatNobodyHas(String id) {
            assertProblem(get(admin, "/api/users/" + id), 404);
        }
    }

    @Nested
    class Listing {

        @Test
        void goesThroughAllRowsOnceInTheOrderOfCreation() {
            List<Integer> created = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                created.add(
                        Api.json(create(TestIssuer.newPassageId(), "Ada " + i)).getInt("id"));
            }

            List<Integer> listed = ids(all("limit=3"));

            assertThat(listed).isSorted().doesNotHaveDuplicates().containsSubsequence(created);
        }

        @Test
        void neitherRepeatsNorHidesRowsWhenOthersGo() {
            String first = TestIssuer.newPassageId();
            int gone = Api.json(create(first, "Ada")).getInt("id");
            int kept = Api.json(create(TestIssuer.newPassageId(), "Ada")).getInt("id");
            JsonObject page = page("limit=1&cursor=" + cursorBefore(gone));
            assertThat(ids(List.of(page))).containsExactly(gone);

            Api.send(Api.userWith(issuer.tokenFor(first)).DELETE());

            assertThat(ids(List.of(page("limit=1&cursor=" + page.getString("next")))))
                    .containsExactly(kept);
        }

        @Test
        void findsNamesByTheirBeginningInTheOrderOfNames() {
            String prefix = "P" + UUID.randomUUID().toString().substring(0, 8);
            List<String> names = List.of(
                    prefix + " Zo\u00EB",
                    prefix,
                    prefix + " Ada",
                    prefix + " \uD83D\uDE00",
                    prefix + " Ada",
                    prefix + " \uFB01");
            names.forEach(name -> create(TestIssuer.newPassageId(), name));
            create(TestIssuer.newPassageId(), prefix.toLowerCase(java.util.Locale.ROOT));
            create(TestIssuer.newPassageId(), "x" + prefix);

            List<JsonObject> pages = all("limit=2&name=" + prefix);

            assertThat(names(pages)).containsExactlyInAnyOrderElementsOf(names).startsWith(prefix, prefix + " Ada");
            assertThat(names(all("limit=100&name=" + prefix))).isEqualTo(names(pages));
            assertThat(ids(pages)).doesNotHaveDuplicates();
            assertThat(pages).hasSize(3);
        }

        @Test
        void findsAnEmojiAtTheBeginning() {
            String name = "\uD83D\uDE00" + UUID.randomUUID();
            create(TestIssuer.newPassageId(), name);

            assertThat(names(all("name=" + encoded(name)))).containsExactly(name);
            assertThat(names(all("limit=200&name=" + encoded("\uD83D\uDE00")))).contains(name);
        }

        @Test
        void findsOneByPassageId() {
            String passageId = TestIssuer.newPassageId();
            create(passageId, "Ada");

            assertThat(names(all("passageId=" + passageId))).containsExactly("Ada");
            assertThat(names(all("passageId=" + passageId + "&name=A"))).containsExactly("Ada");
            assertThat(names(all("passageId=" + passageId + "&name=B"))).isEmpty();
            assertThat(names(all("passageId=nobody"))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "limit=0, limit",
            "limit=201, limit",
            "limit=x, limit",
            "limit=, limit",
            "cursor=x, cursor",
            "cursor=MQ&name=A, cursor",
            "cursor=MSBBZGE, cursor",
            "name=, name",
            "name=%20, name",
            "name=%00, name",
            "name=%E2%80%AE, name",
            "passageId=, passageId",
            "passageId=%00, passageId"
        })
        void refusesABadParameterAndNamesIt(String query, String parameter) {
            HttpResponse<String> answer = get(admin, "/api/users?" + query);

            assertProblem(answer, 400);
            assertThat(Api.json(answer)
                            .getJsonArray("violations")
                            .getJsonObject(0)
                            .getString("field"))
                    .isEqualTo(parameter);
        }

        @Test
        void takesAParameterOfAnyLengthForWhatItIs() {
            assertProblem(get(admin, "/api/users?name=" + "x".repeat(101)), 400);
            assertProblem(get(admin, "/api/users?cursor=" + "A".repeat(2000)), 400);
        }
    }

    @Nested
    class ForeignOrigins {

        @Test
        void areGrantedWhatTheSettingNames() {
            HttpResponse<String> preflight = Api.send(Api.user()
                    .header("Origin", FOREIGN)
                    .header("Access-Control-Request-Method", "PATCH")
                    .header("Access-Control-Request-Headers", "authorization,if-match")
                    .method("OPTIONS", BodyPublishers.noBody()));
            HttpResponse<String> answer =
                    Api.send(Api.userWith(admin).header("Origin", FOREIGN).GET());

            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(FOREIGN);
            assertThat(preflight
                            .headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElseThrow())
                    .contains("PATCH");
            assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
                    .containsExactly(FOREIGN);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            assertThat(answer.headers().allValues("Vary")).contains("Origin");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "https://other.example.evil",
                    "https://sub.other.example",
                    "http://other.example",
                    "https://other.example:8443",
                    "https://OTHER.example"
                })
        void getNothingWhenTheyAreOnlySimilar(String origin) {
            HttpResponse<String> answer =
                    Api.send(Api.userWith(admin).header("Origin", origin).GET());

            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }

        @Test
        void getNothingWhenThereAreTwo() {
            HttpResponse<String> answer = Api.send(Api.userWith(admin)
                    .header("Origin", FOREIGN)
                    .header("Origin", "https://evil.example")
                    .GET());

            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }

        @Test
        void neverChangeAnythingByCookie() {
            assertProblem(
                    Api.send(Api.user()
                            .header("Cookie", "psg_auth_token=" + admin)
                            .header("Origin", FOREIGN)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}"))),
                    403);
        }

        @Test
        void areAskedForTheirMethodBeforeTheyGetAPreflightAnswer() {
            HttpResponse<String> answer =
                    Api.send(Api.user().header("Origin", FOREIGN).method("OPTIONS", BodyPublishers.noBody()));

            assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                    .isEmpty();
            assertThat(answer.headers().firstValue("Allow")).isPresent();
        }
    }

    @Test
    void spendsNoBudgetWhenLimitsAreOff() {
        assertThat(get(admin, "/api/users").headers().map().keySet()).noneMatch(name -> name.startsWith("ratelimit"));
    }

    private static HttpResponse<String> create(String passageId, String name) {
        String json = Json.createObjectBuilder().add("name", name).build().toString();
        return Api.create(issuer.tokenFor(passageId), json);
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(Product.origin() + path));
    }

    private static HttpResponse<String> get(String token, String path) {
        return Api.send(at(path).header("Authorization", "Bearer " + token).GET());
    }

    private static JsonObject page(String query) {
        HttpResponse<String> answer = get(admin, "/api/users?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }

    /** Every page from the first on. */
    private static List<JsonObject> all(String query) {
        List<JsonObject> pages = new ArrayList<>();
        JsonObject page = page(query);
        pages.add(page);
        while (!page.isNull("next")) {
            page = page(query + "&cursor=" + page.getString("next"));
            pages.add(page);
        }
        return pages;
    }

    /** The cursor of the page that ends right before this row, as a client gets it. */
    private static String cursorBefore(int id) {
        for (JsonObject page : all("limit=1")) {
            if (!page.isNull("next") && ids(List.of(page)).get(0) == id - 1) {
                return page.getString("next");
            }
        }
        throw new IllegalStateException("No row before " + id);
    }

    private static List<Integer> ids(List<JsonObject> pages) {
        return rows(pages).stream().map(row -> row.getInt("id")).toList();
    }

    private static List<String> names(List<JsonObject> pages) {
        return rows(pages).stream().map(row -> row.getString("name")).toList();
    }

    private static List<JsonObject> rows(List<JsonObject> pages) {
        return pages.stream()
                .flatMap(page -> page.getJsonArray("users").stream())
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Api.json(answer).getInt("status")).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.github.passage4j");
    }
}
