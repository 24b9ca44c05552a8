package io.github.passage4j.server.magiclink;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.mail.Outbox;
import io.github.passage4j.server.message.MessageSignIn;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.ManagedUsers;
import io.github.passage4j.server.users.PhoneNumber;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserStatus;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicLinkApiTest {

    private static final String START =
            "{'identifier':'Ada@example.org','language':'fr','magic_link_path':'/login?next=cart#top'}";
    private static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private final CeremonyFixture fixture;
    private final ManagedUsers users;
    private final Outbox outbox;
    private final WireApi browser;
    private final WireApi server;

    MagicLinkApiTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        outbox = fixture.messages.outbox;
        SecureRandom random = new SecureRandom();
        ServerKey key = ServerKey.open(Samples.config(directory), random);
        MagicLinks links = new MagicLinks(new MapMagicLinkStore(), fixture.events, key, fixture.clock, random);
        users = fixture.managedUsers;
        MessageSignIn signIn = fixture.messageSignIn;
        browser = new WireApi(
                new MapApps(fixture.app, Samples.app(OTHER_APP)),
                new MagicLinkResource(
                        links, fixture.addressees, signIn, fixture.signInCheck, fixture.messages.messenger));
        server = new WireApi(
                        new MapApps(fixture.app),
                        new ManagedMagicLinkResource(links, users, fixture.messages.messenger))
                .as(MapApps.KEY);
    }

    private Answer activate(String token) {
        return browser.patch("/magic-link/activate", "{'magic_link':'" + token + "'}");
    }

    private Answer status(String id) {
        return browser.post("/magic-link/status", "{'id':'" + id + "'}");
    }

    private String sentToken() {
        String link = String.valueOf(outbox.entries().get(0).magicLink());
        return link.replaceAll(".*psg_[a-z]+_link=", "").replaceAll("#.*", "");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Nested
    class Browser {

        @ParameterizedTest
        @CsvSource({"/register/magic-link, 201", "/login/magic-link, 200"})
        void signsInAPendingUserHereAndWhereItWaits(String path, int expected) {
            User ada = fixture.pending(ADA);

            Answer started = browser.post(path, START);
            String id = started.json().getJsonObject("magic_link").getString("id");
            assertThat(started.status()).isEqualTo(expected);
            assertThat(started.json().getJsonObject("magic_link").keySet()).containsExactly("id");
            assertRefused(status(id), 404, "magic_link_not_found");

            Answer opened = activate(sentToken());
            assertThat(opened.status()).isEqualTo(200);
            assertThat(opened.json().getJsonObject("auth_result").keySet())
                    .containsExactlyInAnyOrder(
                            "auth_token", "redirect_url", "refresh_token", "refresh_token_expiration");
            assertThat(ada.status()).isEqualTo(UserStatus.ACTIVE);
            assertThat(ada.isEmailVerified()).isTrue();

            Answer collected = status(id);
            assertThat(collected.status()).isEqualTo(200);
            assertThat(collected.json().getJsonObject("auth_result").getString("auth_token"))
                    .isNotEmpty();
            assertThat(ada.loginCount()).isEqualTo(1);
        }

        @Test
        void sendsTheLinkToThePageThatAsked() {
            fixture.pending(ADA);
            browser.post("/login/magic-link", START);

            Outbox.Entry mail = outbox.entries().get(0);

            assertThat(mail.magicLink())
                    .isEqualTo("https://shop.example/login?next=cart&psg_magic_link=" + sentToken() + "#top");
            assertThat(mail.text()).contains(String.valueOf(mail.magicLink()), "10 minutes");
            assertThat(mail.subject()).isEqualTo("Se connecter à Example Shop");
            assertThat(mail.otp()).isNull();
        }

        @Test
        void answersABadLinkWith404() {
            fixture.pending(ADA);
            browser.post("/login/magic-link", START);
            String token = sentToken();
            activate(token);

            assertRefused(activate(token), 404, "magic_link_not_found");
            assertRefused(activate("garbage"), 404, "magic_link_not_found");
            assertRefused(status("garbage"), 404, "magic_link_not_found");
        }

        @Test
        void isWorthlessInAnotherAppAndStaysGood() {
            fixture.pending(ADA);
            String id = browser.post("/login/magic-link", START)
                    .json()
                    .getJsonObject("magic_link")
                    .getString("id");
            String link = "{'magic_link':'" + sentToken() + "'}";

            assertRefused(browser.at(OTHER_APP).patch("/magic-link/activate", link), 404, "magic_link_not_found");
            assertThat(activate(sentToken()).status()).isEqualTo(200);
            String waiting = "{'id':'" + id + "'}";
            assertRefused(browser.at(OTHER_APP).post("/magic-link/status", waiting), 404, "magic_link_not_found");
            assertThat(status(id).status()).isEqualTo(200);
        }

        @Test
        void sendsNothingToWhoDidNotSignUp() {
            assertRefused(browser.post("/login/magic-link", START), 404, "user_not_found");
            assertRefused(browser.post("/register/magic-link", START), 404, "user_not_found");
            assertThat(outbox.entries()).isEmpty();
        }

        @Test
        void signsNobodyInWhoIsDeactivated() {
            User ada = fixture.pending(ADA);
            browser.post("/login/magic-link", START);
            users.deactivate(fixture.app, ada.id());

            assertRefused(activate(sentToken()), 403, "user_not_active");
            assertRefused(browser.post("/login/magic-link", START), 403, "user_not_active");
        }

        @Test
        void isOffWhenTheAppSaysSo() {
            fixture.app.offerMagicLinks(false, fixture.clock.instant());

            assertRefused(browser.post("/login/magic-link", START), 403, "operation_not_allowed");
            assertRefused(server.post("/magic-links", "{'email':'ada@example.org'}"), 403, "operation_not_allowed");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/login/magic-link | {} | identifier: is required",
                    "/login/magic-link | {'identifier':'ada@example.org','magic_link_path':'//evil.example'}"
                            + " | magic_link_path: must be a path such as /login",
                    "/magic-link/status | {} | id: is required"
                })
        void namesWhatIsWrong(String path, String body, String error) {
            fixture.pending(ADA);

            Answer answer = browser.post(path, body);

            assertRefused(answer, 400, "invalid_request");
            assertThat(answer.error()).isEqualTo(error);
        }
    }

    @Nested
    class Management {

        private JsonObject create(String body) {
            Answer answer = server.post("/magic-links", body);
            assertThat(answer.status()).isEqualTo(201);
            return answer.json().getJsonObject("magic_link");
        }

        @Test
        void makesALinkWithEveryKeyAndTheUserToIt() {
            JsonObject link = create("{'email':'ada@example.org','channel':'email','phone':null,'ttl':null}");
            User ada = fixture.users.find(fixture.app.id(), ADA).orElseThrow();

            assertThat(link.keySet())
                    .containsExactlyInAnyOrder(
                            "id",
                            "app_id",
                            "user_id",
                            "identifier",
                            "type",
                            "activated",
                            "redirect_url",
                            "secret",
                            "ttl",
                            "url");
            assertThat(link.getString("user_id")).isEqualTo(ada.id());
            assertThat(link.getString("identifier")).isEqualTo("ada@example.org");
            assertThat(link.getString("type")).isEqualTo("login");
            assertThat(link.getInt("ttl")).isEqualTo(10);
            assertThat(link.getString("url"))
                    .isEqualTo("https://shop.example/login?psg_magic_link=" + link.getString("secret"));
            assertThat(outbox.entries()).isEmpty();
            assertThat(activate(link.getString("secret")).status()).isEqualTo(200);
        }

        @Test
        void sendsALinkThatVerifies() {
            User ada = fixture.registered(ADA, Samples.authenticator());

            JsonObject link = create("{'user_id':'" + ada.id()
                    + "','channel':'email','send':true,'type':'verify_identifier','language':'de',"
                    + "'magic_link_path':'/verify','redirect_url':'/welcome','ttl':60}");
            Answer opened = activate(sentToken());

            assertThat(link.getInt("ttl")).isEqualTo(60);
            assertThat(outbox.entries().get(0).magicLink())
                    .startsWith("https://shop.example/verify?psg_verify_link=ml.");
            assertThat(outbox.entries().get(0).subject()).isEqualTo("E-Mail-Adresse für Example Shop bestätigen");
            assertThat(opened.json().getJsonObject("auth_result").getString("redirect_url"))
                    .isEqualTo("/welcome");
            assertThat(ada.isEmailVerified()).isTrue();
        }

        @Test
        void keepsALinkAsLongAsItIsToldTo() {
            JsonObject link = create("{'email':'ada@example.org','ttl':60}");
            clockForward(Duration.ofMinutes(59));

            assertThat(activate(link.getString("secret")).status()).isEqualTo(200);
        }

        @Test
        void verifiesNoEmailByALinkForAPhone() {
            User ada = users.create(
                    fixture.app,
                    EmailAddress.parse("ada@example.org"),
                    PhoneNumber.parse("phone", "+491701234567"),
                    null);

            JsonObject link = create("{'phone':'+491701234567'}");

            assertThat(link.getString("identifier")).isEqualTo("+491701234567");
            assertThat(activate(link.getString("secret")).status()).isEqualTo(200);
            assertThat(ada.isEmailVerified()).isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | email: or phone or user_id is required, and only one of them",
                    "{'email':'a@b.example','phone':'+491701234567'}"
                            + " | email: or phone or user_id is required, and only one of them",
                    "{'email':'a@b.example','type':'x'} | type: must be login or verify_identifier",
                    "{'email':'a@b.example','channel':'x'} | channel: must be email or phone",
                    "{'email':'a@b.example','channel':'phone'} | channel: the user has no phone",
                    "{'phone':'+491701234567','send':true} | channel: phone is not available, there is no SMS provider",
                    "{'email':'a@b.example','ttl':-1} | ttl: must be from 1 to 10080 minutes",
                    "{'email':'a@b.example','language':'xx'} | language: must be one of de, en, es, fr, it, pl, pt, zh",
                    "{'email':'a@b.example','redirect_url':'javascript:x'} | redirect_url: must be a path such as /login",
                    "{'email':'a@b.example','magic_link_path':'x'} | magic_link_path: must be a path such as /login"
                })
        void namesWhatIsWrong(String body, String error) {
            Answer answer = server.post("/magic-links", body);

            assertRefused(answer, 400, "invalid_request");
            assertThat(answer.error()).isEqualTo(error);
        }

        @Test
        void knowsNoUserByAMadeUpId() {
            assertRefused(server.post("/magic-links", "{'user_id':'aaaaaaaaaaaaaaaaaaaaaaaa'}"), 404, "user_not_found");
        }

        private void clockForward(Duration duration) {
            fixture.clock.advance(duration);
        }
    }
}
