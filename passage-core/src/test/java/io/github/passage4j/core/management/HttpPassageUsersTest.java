package io.github.passage4j.core.management;

import static io.github.passage4j.core.management.FakePassage.ADA;
import static io.github.passage4j.core.management.FakePassage.ADA_JSON;
import static io.github.passage4j.core.management.FakePassage.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.passage4j.core.LocalServer;
import io.github.passage4j.core.TestConfig;
import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpPassageUsersTest {

    private final FakePassage passage = new FakePassage();
    private final HttpPassageUsers users = passage.users;

    @AfterEach
    void stop() {
        passage.close();
    }

    @Nested
    class Get {

        @Test
        void readsAllThatPassageTells() {
            passage.answersAda();

            PassageUser ada = users.get(ADA);

            assertThat(ada.id()).isEqualTo(ADA);
            assertThat(ada.externalId()).isEqualTo("crm-7");
            assertThat(ada.email()).isEqualTo("ada@shop.example");
            assertThat(ada.emailVerified()).isTrue();
            assertThat(ada.phone()).isEmpty();
            assertThat(ada.phoneVerified()).isFalse();
            assertThat(ada.status()).isEqualTo("active");
            assertThat(ada.createdAt()).isEqualTo(Instant.parse("2025-03-04T05:06:07.089123Z"));
            assertThat(ada.updatedAt()).isEqualTo(Instant.parse("2025-05-01T10:00:00Z"));
            assertThat(ada.lastLoginAt()).isEqualTo(Instant.parse("2025-06-01T08:30:00Z"));
            assertThat(ada.loginCount()).isEqualTo(7);
            assertThat(ada.metadata().getString("first_name")).isEqualTo("Ada");
            assertThat(ada.metadata().getInt("age")).isEqualTo(36);
            assertThat(ada.devices()).singleElement().satisfies(device -> {
                assertThat(device.id()).isEqualTo("d3FgHjKl5ZxCvBn7QwErTy9u");
                assertThat(device.credentialId()).isEqualTo("AbC");
                assertThat(device.friendlyName()).isEqualTo("Chrome on Linux");
                assertThat(device.type()).isEqualTo("passkey");
                assertThat(device.usageCount()).isEqualTo(4);
                assertThat(device.iconLight()).startsWith("data:");
                assertThat(device.iconDark()).isNull();
            });
            assertThat(ada.socialConnections()).singleElement().satisfies(connection -> {
                assertThat(connection.type()).isEqualTo("github");
                assertThat(connection.providerIdentifier()).isEqualTo("ada");
            });
            assertThat(ada.recentEvents()).singleElement().satisfies(event -> {
                assertThat(event.action()).isEqualTo("login");
                assertThat(event.completedAt()).isNull();
                assertThat(event.ipAddress()).isEqualTo("203.0.113.7");
                assertThat(event.socialLoginType()).isNull();
            });
        }

        @Test
        void asksWithTheApiKey() {
            passage.answersAda();

            users.get(ADA);

            assertThat(passage.lastRequest())
                    .isEqualTo(new LocalServer.Received(
                            "GET", BASE + "/users/" + ADA, "Bearer " + TestConfig.API_KEY, ""));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"user\":{\"id\":\"u5RnV8sLq2KdT0yHb7MwXc3e\"}}",
                    "{\"user\":{\"id\":\"u5RnV8sLq2KdT0yHb7MwXc3e\",\"email\":null,\"email_verified\":null,\"phone\":null,"
                            + "\"status\":null,\"created_at\":null,\"login_count\":null,\"user_metadata\":null,"
                            + "\"webauthn_devices\":null,\"social_connections\":null,\"recent_events\":null}}",
                    "{\"user\":{\"id\":\"u5RnV8sLq2KdT0yHb7MwXc3e\",\"email\":1,\"email_verified\":\"yes\",\"created_at\":\"\","
                            + "\"login_count\":\"7\",\"user_metadata\":[],\"webauthn_devices\":{},\"recent_events\":[null,1]},"
                            + "\"new\":true}"
                })
        void takesWhatIsAbsentNullOrOfAnotherTypeForEmpty(String body) {
            passage.answers(200, body);

            PassageUser user = users.get(ADA);

            assertThat(user).isEqualTo(new PassageUser(ADA, "", false, "", false, "", null, null, null, 0));
        }

        @Test
        void knowsTheTimeOfAUserWhoNeverSignedIn() {
            passage.answers(200, "{\"user\":{\"id\":\"x\",\"last_login_at\":\"0001-01-01T00:00:00Z\"}}");

            assertThat(users.get(ADA).lastLoginAt()).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", ".", ".."})
        void sendsNothingForAnIdThatIsNone(String id) {
            assertThatIllegalArgumentException().isThrownBy(() -> users.get(id)).withMessageStartingWith("passageId");
            assertThat(passage.server.requests()).isEmpty();
        }

        @Test
        void keepsAnIdInOneSegment() {
            passage.answersAda();

            users.get("../x?y#z +%é");

            assertThat(passage.lastRequest().target()).isEqualTo(BASE + "/users/..%2Fx%3Fy%23z%20%2B%25%C3%A9");
        }

        @Test
        void sendsNoKeyWhenThereIsNone() {
            passage.answers(401, "{\"code\":\"invalid_access_token\",\"error\":\"no key\"}");
            URI server = passage.server.address();
            HttpPassageUsers keyless = new HttpPassageUsers(new io.github.passage4j.core.config.PassageConfig(
                    "app", null, server, server, server, Duration.ZERO, java.util.Set.of()));

            assertFailure(() -> keyless.get(ADA), 401, "invalid_access_token");
            assertThat(passage.lastRequest().authorization()).isEqualTo("null");
        }
    }

    @Nested
    class Failures {

        @ParameterizedTest
        @MethodSource("io.github.passage4j.core.management.HttpPassageUsersTest#refusals")
        void tellStatusCodeAndBody(int status, String body, String code, String message) {
            passage.answers(status, body);

            assertThatExceptionOfType(PassageApiException.class)
                    .isThrownBy(() -> users.get(ADA))
                    .withMessage(message)
                    .satisfies(e -> {
                        assertThat(e.status()).isEqualTo(status);
                        assertThat(e.code()).isEqualTo(code.isEmpty() ? null : code);
                        assertThat(e.body()).isEqualTo(body);
                        assertThat(e.isNotFound()).isEqualTo(status == 404);
                    });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<html>",
                    "",
                    "[]",
                    "null",
                    "1",
                    "{",
                    "{}",
                    "{\"user\":null}",
                    "{\"user\":[]}",
                    "{\"users\":{}}"
                })
        void includeAnswersThatCannotBeRead(String body) {
            passage.answers(200, body);

            assertFailure(() -> users.get(ADA), PassageApiException.NO_ANSWER, null);
        }

        @Test
        void keepABoundedPartOfTheBody() {
            passage.answers(400, "x".repeat(100_000));

            assertThatExceptionOfType(PassageApiException.class)
                    .isThrownBy(() -> users.get(ADA))
                    .satisfies(e -> assertThat(e.body()).hasSize(4096))
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100));
        }

        @ParameterizedTest
        @MethodSource("io.github.passage4j.core.management.HttpPassageUsersTest#silences")
        void includeEveryKindOfSilence(Consumer<LocalServer> silence, boolean mayBeTriedAgain) {
            silence.accept(passage.server);

            assertThatExceptionOfType(PassageApiException.class)
                    .isThrownBy(() -> users.get(ADA))
                    .withMessageStartingWith("Passage gave no answer: ")
                    .isInstanceOf(PassageUnavailableException.class)
                    .satisfies(e -> assertThat(e.status()).isEqualTo(PassageApiException.NO_ANSWER))
                    .satisfies(e -> assertThat(e.body()).isNull())
                    .satisfies(
                            e -> assertThat(e instanceof PassageHiccupException).isEqualTo(mayBeTriedAgain));
        }

        @Test
        void thatPassSayWhetherAnotherTryMakesSense() {
            assertThat(failureAt(503)).isInstanceOf(PassageHiccupException.class);
            assertThat(failureAt(500)).isExactlyInstanceOf(PassageUnavailableException.class);
            assertThat(failureAt(429)).isExactlyInstanceOf(PassageApiException.class);
            assertThat(failureAt(404)).isExactlyInstanceOf(PassageApiException.class);
        }

        @Test
        void ofTheCircuitBreakerAreOursToo() {
            assertFailure(
                    () -> PassageCalls.call(() -> {
                        throw new org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException();
                    }),
                    PassageApiException.NO_ANSWER,
                    null);
        }

        private Throwable failureAt(int status) {
            passage.answers(status, "{}");
            return org.assertj.core.api.Assertions.catchThrowable(() -> users.get(ADA));
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        401,
                        "{\"code\":\"invalid_access_token\",\"error\":\"Bad key\"}",
                        "invalid_access_token",
                        "Bad key"),
                arguments(
                        404,
                        "{\"code\":\"user_not_found\",\"error\":\"No such user\"}",
                        "user_not_found",
                        "No such user"),
                arguments(404, "{\"code\":null,\"error\":null}", "", "Passage answered 404"),
                arguments(404, "", "", "Passage answered 404"),
                arguments(403, "{\"code\":17,\"error\":{}}", "", "Passage answered 403"),
                arguments(500, "{\"code\":\"internal_server_error\"}", "internal_server_error", "Passage answered 500"),
                arguments(500, "<html>Internal Server Error</html>", "", "Passage answered 500"),
                arguments(502, "Bad Gateway", "", "Passage answered 502"),
                arguments(400, "[]", "", "Passage answered 400"),
                arguments(302, "", "", "Passage answered 302"));
    }

    static Stream<Arguments> silences() {
        Consumer<LocalServer> silent = server -> server.behave(server.silence());
        Consumer<LocalServer> drips = server -> server.behave(server.drip());
        Consumer<LocalServer> floods = server -> server.behave(LocalServer.flood(50_000_000));
        Consumer<LocalServer> hangsUp = server -> server.behave(exchange -> exchange.close());
        Consumer<LocalServer> isDown = LocalServer::close;
        return Stream.of(
                arguments(Named.of("never answers", silent), false),
                arguments(Named.of("drips", drips), false),
                arguments(Named.of("floods", floods), false),
                arguments(Named.of("hangs up", hangsUp), true),
                arguments(Named.of("is down", isDown), true));
    }

    @Nested
    class Freshness {

        @Test
        void ofAUserIsThreeSeconds() {
            passage.answersAda();
            users.get(ADA);

            passage.clock.advance(Duration.ofSeconds(3).minusNanos(1));
            users.get(ADA);
            assertThat(passage.server.requests()).hasSize(1);

            passage.clock.advance(Duration.ofNanos(1));
            users.get(ADA);
            assertThat(passage.server.requests()).hasSize(2);
        }

        @Test
        void endsWhenTheUserIsChangedThroughTheClient() {
            passage.answersAda();
            users.get(ADA);

            users.update(ADA, UserFields.none().withEmail("ada@new.example"));
            users.get(ADA);

            assertThat(passage.server.requests())
                    .extracting(LocalServer.Received::method)
                    .containsExactly("GET", "PATCH", "GET");
        }

        @Test
        void isNotKeptForFailures() {
            passage.answers(404, "{}");
            assertFailure(() -> users.get(ADA), 404, null);
            passage.answersAda();

            assertThat(users.get(ADA).id()).isEqualTo(ADA);
        }

        @Test
        void isEachUsersOwn() {
            passage.answersAda();

            users.get("one");
            users.get("two");

            assertThat(passage.server.requests()).hasSize(2);
        }
    }

    @Nested
    class GetByIdentifier {

        @Test
        void asksTheListForTheIdAndThenForTheUser() {
            passage.server.behave(exchange -> LocalServer.json(
                            200,
                            exchange.getRequestURI().getPath().endsWith("/users")
                                    ? "{\"users\":[{\"id\":\"" + ADA + "\"}],\"total_users\":1}"
                                    : "{\"user\":" + ADA_JSON + "}")
                    .answer(exchange));

            assertThat(users.getByIdentifier("Ada+1@Shop.Example").devices()).hasSize(1);

            assertThat(passage.server.requests())
                    .extracting(LocalServer.Received::target)
                    .containsExactly(
                            BASE + "/users?page=1&limit=1&identifier=ada%2B1%40shop.example", BASE + "/users/" + ADA);
        }

        @Test
        void saysThatThereIsNoneAsPassageWould() {
            passage.answers(200, "{\"users\":[],\"total_users\":0}");

            assertFailure(() -> users.getByIdentifier("nobody@shop.example"), 404, "user_not_found");
        }

        @ParameterizedTest
        @ValueSource(strings = {"<like:a>", "<ne:x>", "<LIKE:a>"})
        void neverLetsAnIdentifierBecomeAnOperator(String identifier) {
            assertFailure(() -> users.getByIdentifier(identifier), 404, "user_not_found");
            assertThat(passage.server.requests()).isEmpty();
        }

        @Test
        void needsAnIdentifier() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> users.getByIdentifier(" "))
                    .withMessage("identifier is required");
        }
    }

    @Nested
    class Lists {

        @Test
        void readPageAfterPageFromOneMomentInTime() {
            passage.server.behave(exchange -> {
                String query = exchange.getRequestURI().getQuery();
                int page = query.contains("page=1&") ? 1 : query.contains("page=2&") ? 2 : 3;
                LocalServer.json(200, pageOf(page, 2, 5)).answer(exchange);
            });

            List<String> ids = users.list(UserQuery.all().inPagesOf(2))
                    .map(PassageUser::id)
                    .toList();

            assertThat(ids).containsExactly("u0", "u1", "u2", "u3", "u4");
            assertThat(passage.server.requests())
                    .extracting(LocalServer.Received::target)
                    .containsExactly(
                            BASE + "/users?page=1&limit=2",
                            BASE + "/users?page=2&limit=2&created_before=1767225600",
                            BASE + "/users?page=3&limit=2&created_before=1767225600");
        }

        @Test
        void fetchNoFurtherThanTheyAreRead() {
            passage.answers(200, pageOf(1, 2, 1000));

            Stream<PassageUser> all = users.list(UserQuery.all().inPagesOf(2));
            assertThat(passage.server.requests()).isEmpty();

            assertThat(all.limit(2).map(PassageUser::id)).containsExactly("u0", "u1");
            assertThat(passage.server.requests()).hasSize(1);
        }

        @Test
        void endWhenAPageIsEmptyWhateverTheTotalSays() {
            passage.answers(200, "{\"users\":[],\"total_users\":1000,\"created_before\":1}");

            assertThat(users.list(UserQuery.all())).isEmpty();
        }

        @Test
        void failAsEveryCallDoes() {
            passage.answers(401, "{\"code\":\"invalid_access_token\",\"error\":\"Bad key\"}");

            assertFailure(() -> users.list(UserQuery.all()).toList(), 401, "invalid_access_token");
        }

        @Test
        void needAPageNumberFromOne() {
            assertThatIllegalArgumentException().isThrownBy(() -> users.page(UserQuery.all(), 0));
        }

        private static String pageOf(int page, int limit, int total) {
            String ids = IntStream.range((page - 1) * limit, Math.min(page * limit, total))
                    .mapToObj(i -> "{\"id\":\"u" + i + "\"}")
                    .collect(Collectors.joining(","));
            return "{\"_links\":{},\"created_before\":1767225600,\"page\":" + page + ",\"limit\":" + limit
                    + ",\"total_users\":" + total + ",\"users\":[" + ids + "]}";
        }
    }

    @Nested
    class Changes {

        @Test
        void createAUser() {
            passage.answers(201, "{\"user\":" + ADA_JSON + "}");

            PassageUser created = users.create(UserFields.none()
                    .withEmail("ada@shop.example")
                    .withMetadata(
                            Json.createObjectBuilder().add("first_name", "Ada").build()));

            assertThat(created.id()).isEqualTo(ADA);
            assertRequest(
                    "POST", "/users", "{\"email\":\"ada@shop.example\",\"user_metadata\":{\"first_name\":\"Ada\"}}");
        }

        @Test
        void createNobodyWithoutEmailAndPhone() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> users.create(UserFields.none().withEmail(" ")))
                    .withMessage("email or phone is required");
            assertThat(passage.server.requests()).isEmpty();
        }

        @Test
        void sendOnlyWhatIsGiven() {
            passage.answersAda();

            users.update(ADA, UserFields.none().withPhone(""));

            assertRequest("PATCH", "/users/" + ADA, "{\"phone\":\"\"}");
        }

        @Test
        void activate() {
            passage.answersAda();

            assertThat(users.activate(ADA).status()).isEqualTo("active");

            assertRequest("PATCH", "/users/" + ADA + "/activate", "");
        }

        @Test
        void deactivate() {
            passage.answersAda();

            users.deactivate(ADA);

            assertRequest("PATCH", "/users/" + ADA + "/deactivate", "");
        }

        @Test
        void deleteWithAnEmptyAnswer() {
            passage.answers(200, "");

            users.delete(ADA);

            assertRequest("DELETE", "/users/" + ADA, "");
        }

        @Test
        void listDevices() {
            passage.answers(200, "{\"devices\":[{\"id\":\"d1\",\"friendly_name\":\"Phone\"}]}");

            assertThat(users.listDevices(ADA)).extracting(Device::friendlyName).containsExactly("Phone");

            assertRequest("GET", "/users/" + ADA + "/devices", "");
        }

        @Test
        void revokeADevice() {
            passage.answers(200, "");

            users.revokeDevice(ADA, "d/1");

            assertRequest("DELETE", "/users/" + ADA + "/devices/d%2F1", "");
        }

        @Test
        void revokeNoDeviceWithoutItsId() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> users.revokeDevice(ADA, ""))
                    .withMessage("deviceId is required");
            assertThat(passage.server.requests()).isEmpty();
        }

        @Test
        void revokeRefreshTokens() {
            passage.answers(200, "");

            users.revokeRefreshTokens(ADA);

            assertRequest("DELETE", "/users/" + ADA + "/tokens", "");
        }

        @Test
        void failAsEveryCallDoes() {
            passage.answers(400, "{\"code\":\"invalid_request\",\"error\":\"taken\"}");

            assertFailure(() -> users.create(UserFields.none().withEmail("a@b")), 400, "invalid_request");
            assertThat(passage.server.requests()).hasSize(1);
        }

        private void assertRequest(String method, String path, String body) {
            assertThat(passage.lastRequest())
                    .isEqualTo(new LocalServer.Received(method, BASE + path, "Bearer " + TestConfig.API_KEY, body));
        }
    }

    private static void assertFailure(ThrowingCallable call, int status, @Nullable String code) {
        assertThatExceptionOfType(PassageApiException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.code()).isEqualTo(code);
        });
    }
}
