package io.github.passage4j.server.currentuser;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.MetadataField;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.magiclink.IdentifierChange;
import io.github.passage4j.server.magiclink.MagicLinkResource;
import io.github.passage4j.server.magiclink.MagicLinks;
import io.github.passage4j.server.magiclink.MapMagicLinkStore;
import io.github.passage4j.server.magiclink.TestLinks;
import io.github.passage4j.server.mail.Outbox;
import io.github.passage4j.server.social.OwnConnectionsResource;
import io.github.passage4j.server.social.SocialResource;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.users.PhoneNumber;
import io.github.passage4j.server.users.User;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnProfileTest {

    private final CeremonyFixture fixture;
    private final Outbox outbox;
    private final WireApi anybody;
    private final WireApi ada;
    private final User user;
    private final SoftwareAuthenticator authenticator = Samples.authenticator();

    OwnProfileTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        outbox = fixture.messages.outbox;
        SecureRandom random = new SecureRandom();
        ServerKey key = ServerKey.open(Samples.config(directory), random);
        MagicLinks links = new MagicLinks(new MapMagicLinkStore(), fixture.events, key, fixture.clock, random);
        fixture.proofs.add(proof -> TestLinks.endChanges(links, proof));
        Caller caller = new Caller(fixture.verifier, fixture.users, fixture.tokens.refreshTokens);
        anybody = new WireApi(
                new MapApps(fixture.app),
                new OwnProfileResource(
                        caller,
                        fixture.credentials,
                        new OwnProfile(fixture.users, fixture.events, fixture.clock),
                        new IdentifierChange(links, fixture.users, fixture.messages.messenger, Samples.noLimits())),
                new OwnConnectionsResource(caller),
                new SocialResource(),
                new MagicLinkResource(
                        links,
                        fixture.addressees,
                        fixture.messageSignIn,
                        fixture.signInCheck,
                        fixture.messages.messenger));
        user = fixture.pending(ADA);
        ada = anybody.as(fixture.finish(fixture.start(ADA), authenticator).authToken());
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Nested
    class MetadataOfTheOwner {

        @Test
        void isNullBeforeThereIsAny() {
            Answer answer = ada.get("/currentuser/user-metadata");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("user_metadata")).isEqualTo(JsonValue.NULL);
        }

        @Test
        void isChangedKeyByKey() {
            fixture.app.addMetadataField(
                    new MetadataField("f2", "newsletter", "Newsletter", MetadataField.Type.BOOLEAN, true, true));
            ada.patch("/currentuser/user-metadata", "{'user_metadata':{'nickname':'Lady','newsletter':true}}");

            Answer changed = ada.patch("/currentuser/user-metadata", "{'user_metadata':{'nickname':null}}");

            assertThat(changed.status()).isEqualTo(200);
            JsonObject kept = changed.json().getJsonObject("user").getJsonObject("user_metadata");
            assertThat(kept.keySet()).containsExactly("newsletter");
            assertThat(kept.getBoolean("newsletter")).isTrue();
            assertThat(ada.get("/currentuser/user-metadata").json().getJsonObject("user_metadata"))
                    .isEqualTo(kept);
        }

        @Test
        void maySayOfAFieldWithoutAValueThatItHasNone() {
            Answer answer = ada.patch("/currentuser/user-metadata", "{'user_metadata':{'nickname':null}}");

            assertThat(answer.status()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | user_metadata: is required",
                    "{'user_metadata':{'plan':'gold'}} | user_metadata.plan: is no field of the profile",
                    "{'user_metadata':{'role':'admin'}} | user_metadata.role: is no field of the profile",
                    "{'user_metadata':{'nickname':7}} | user_metadata.nickname: must be a text of at most 1000 characters"
                })
        void refusesWhatIsNotInTheProfile(String body, String error) {
            fixture.app.addMetadataField(
                    new MetadataField("f3", "plan", "Plan", MetadataField.Type.STRING, false, false));

            Answer answer = ada.patch("/currentuser/user-metadata", body);

            assertRefused(answer, 400, "invalid_request");
            assertThat(answer.error()).isEqualTo(error);
            assertThat(user.metadata()).isNull();
        }

        @Test
        void isRefusedWhenItIsTooLongInAll() {
            for (int i = 0; i < 9; i++) {
                fixture.app.addMetadataField(
                        new MetadataField("g" + i, "g" + i, "G", MetadataField.Type.STRING, false, true));
            }
            String long1000 = "x".repeat(1000);
            StringBuilder body = new StringBuilder("{'user_metadata':{'nickname':'a'");
            for (int i = 0; i < 9; i++) {
                body.append(",'g").append(i).append("':'").append(long1000).append("'");
            }

            assertRefused(ada.patch("/currentuser/user-metadata", body + "}}"), 400, "invalid_request");
        }
    }

    @Nested
    class Email {

        private String token() {
            return String.valueOf(outbox.entries().get(0).magicLink()).replaceAll(".*psg_verify_link=", "");
        }

        private Answer open(String token) {
            return anybody.patch("/magic-link/activate", "{'magic_link':'" + token + "'}");
        }

        @Test
        void changesWhenTheLinkToTheNewOneIsOpened() {
            Answer asked = ada.patch(
                    "/currentuser/email",
                    "{'new_email':' Ada.King@Example.org ','language':'de','magic_link_path':'/profile','redirect_url':'/profile?changed'}");

            assertThat(asked.status()).isEqualTo(200);
            assertThat(asked.json().getJsonObject("magic_link").getString("id")).isNotEmpty();
            assertThat(user.email()).isEqualTo("ada@example.org");
            assertThat(outbox.entries().get(0).to()).isEqualTo("ada.king@example.org");
            assertThat(outbox.entries().get(0).subject()).contains("bestätigen");
            assertThat(outbox.entries().get(0).magicLink())
                    .startsWith("https://shop.example/profile?psg_verify_link=ml.");

            Answer opened = open(token());

            assertThat(opened.status()).isEqualTo(200);
            JsonObject result = opened.json().getJsonObject("auth_result");
            assertThat(result.getString("redirect_url")).isEqualTo("/profile?changed");
            assertThat(result).doesNotContainKey("unconfirmed_passkeys");
            assertThat(user.email()).isEqualTo("ada.king@example.org");
            assertThat(user.isEmailVerified()).isTrue();
            assertThat(fixture.users.find(fixture.app.id(), ADA)).isEmpty();
        }

        @Test
        void tellsTheFormerAddress() {
            ada.patch("/currentuser/email", "{'new_email':'ada.king@example.org'}");
            open(token());

            assertThat(outbox.entries().get(0).to()).isEqualTo("ada@example.org");
            assertThat(outbox.entries().get(0).subject()).isEqualTo("Your e-mail address for Example Shop was changed");
            assertThat(outbox.entries().get(0).text()).doesNotContain("ada.king@example.org");
        }

        @Test
        void isVerifiedByItsOwnerWithoutDoubtAboutThePasskeys() {
            ada.patch("/currentuser/email", "{'new_email':'ada@example.org'}");

            Answer opened = open(token());

            assertThat(user.isEmailVerified()).isTrue();
            assertThat(opened.json().getJsonObject("auth_result")).doesNotContainKey("unconfirmed_passkeys");
            assertThat(outbox.entries()).hasSize(1);
        }

        @Test
        void worksOnceAndForTenMinutes() {
            ada.patch("/currentuser/email", "{'new_email':'ada.king@example.org'}");
            String token = token();
            open(token);
            assertRefused(open(token), 404, "magic_link_not_found");

            ada.patch("/currentuser/email", "{'new_email':'ada.lovelace@example.org'}");
            fixture.clock.advance(Duration.ofMinutes(10));
            assertRefused(open(token()), 404, "magic_link_not_found");
            assertThat(user.email()).isEqualTo("ada.king@example.org");
        }

        @Test
        void isNotThatOfSomebodyElse() {
            fixture.pending(EVE);

            Answer answer = ada.patch("/currentuser/email", "{'new_email':'EVE@example.org'}");

            assertRefused(answer, 400, "invalid_request");
            assertThat(answer.error()).isEqualTo("new_email: is already in use");
            assertThat(outbox.entries()).isEmpty();
        }

        @Test
        void staysWhenSomebodyElseTookTheNewOneMeanwhile() {
            ada.patch("/currentuser/email", "{'new_email':'eve@example.org'}");
            fixture.pending(EVE);

            assertRefused(open(token()), 400, "invalid_request");
        }

        @Test
        void isRemovedAtOnceWhenAPhoneIsLeft() {
            assertRefused(ada.patch("/currentuser/email", "{'new_email':''}"), 400, "invalid_request");
            user.changePhone(PhoneNumber.parse("phone", "+491701234567"), fixture.clock.instant());

            Answer answer = ada.patch("/currentuser/email", "{'new_email':''}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getJsonObject("magic_link").getString("id"))
                    .isEmpty();
            assertThat(user.email()).isEmpty();
            assertRefused(ada.patch("/currentuser/phone", "{'new_phone':''}"), 400, "invalid_request");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | new_email: is required",
                    "{'new_email':'nobody'} | new_email: must be an e-mail address",
                    "{'new_email':'a@b.example','magic_link_path':'//evil.example'} | magic_link_path: must be a path such as /login",
                    "{'new_email':'a@b.example','redirect_url':'javascript:x'} | redirect_url: must be a path such as /login"
                })
        void namesWhatIsWrong(String body, String error) {
            Answer answer = ada.patch("/currentuser/email", body);

            assertRefused(answer, 400, "invalid_request");
            assertThat(answer.error()).isEqualTo(error);
            assertThat(outbox.entries()).isEmpty();
        }
    }

    @Nested
    class Doubt {

        private Answer signInByLink() {
            anybody.post("/login/magic-link", "{'identifier':'ada@example.org'}");
            return open(anybody, sentToken());
        }

        private String sentToken() {
            return String.valueOf(outbox.entries().get(0).magicLink()).replaceAll(".*psg_[a-z]+_link=", "");
        }

        private Answer open(WireApi browser, String token) {
            return browser.patch("/magic-link/activate", "{'magic_link':'" + token + "'}");
        }

        private boolean isDoubtful() {
            return fixture.credentials.ofUser(user.id()).get(0).isUnconfirmed();
        }

        @Test
        void comesUpWhenTheAddressIsVerifiedAfterAPasskeyWasMade() {
            String refreshToken = String.valueOf(fixture.signIn(authenticator).refreshToken());

            JsonObject result = signInByLink().json().getJsonObject("auth_result");

            assertThat(result.getInt("unconfirmed_passkeys")).isOne();
            assertThat(isDoubtful()).isTrue();
            assertThat(fixture.tokens.refreshTokens.use(fixture.app, refreshToken))
                    .isEmpty();
            assertThat(fixture.signIn(authenticator).authToken()).isNotEmpty();
        }

        @Test
        void comesUpOnce() {
            signInByLink();

            assertThat(signInByLink().json().getJsonObject("auth_result")).doesNotContainKey("unconfirmed_passkeys");
        }

        @Test
        void endsWithThePasskeyWhereTheAppSaysSo() {
            fixture.app.removeUnconfirmedPasskeys(true, fixture.clock.instant());

            JsonObject result = signInByLink().json().getJsonObject("auth_result");

            assertThat(result).doesNotContainKey("unconfirmed_passkeys");
            assertThat(fixture.credentials.ofUser(user.id())).isEmpty();
        }

        @Test
        void endsChangesThatWereBegunBefore() {
            ada.patch("/currentuser/email", "{'new_email':'eve@example.org'}");
            String begun = sentToken();

            signInByLink();

            assertRefused(open(anybody, begun), 404, "magic_link_not_found");
            assertThat(user.email()).isEqualTo("ada@example.org");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ada@example.org", "ada.king@example.org"})
        void comesUpWhereTheAppSaysSoWhenTheLinkToAnAddressIsOpenedBySomebodyElse(String address) {
            fixture.app.removeUnconfirmedPasskeys(true, fixture.clock.instant());
            ada.patch("/currentuser/email", "{'new_email':'" + address + "'}");

            assertThat(open(anybody, sentToken()).status()).isEqualTo(200);

            assertThat(user.email()).isEqualTo(address);
            assertThat(fixture.credentials.ofUser(user.id())).isEmpty();
            assertRefused(ada.get("/currentuser/user-metadata"), 401, "invalid_access_token");
        }

        @Test
        void doesNotComeUpWhenWhoeverOpensTheLinkIsSignedIn() {
            fixture.app.removeUnconfirmedPasskeys(true, fixture.clock.instant());
            String token = fixture.signIn(authenticator).authToken();

            for (WireApi browser : List.of(ada, anybody.with("Cookie", "psg_auth_token=" + token))) {
                ada.patch(
                        "/currentuser/email", "{'new_email':'" + RandomIds.next(new SecureRandom()) + "@example.org'}");
                assertThat(open(browser, sentToken()).status()).isEqualTo(200);
            }

            assertThat(fixture.credentials.ofUser(user.id())).hasSize(1);
            assertThat(ada.get("/currentuser/user-metadata").status()).isEqualTo(200);
        }

        @Test
        void doesNotComeUpAgainForAnAddressThatIsVerified() {
            fixture.app.removeUnconfirmedPasskeys(true, fixture.clock.instant());
            user.verify(ADA, fixture.clock.instant());
            ada.patch("/currentuser/email", "{'new_email':'ada@example.org'}");

            open(anybody, sentToken());

            assertThat(fixture.credentials.ofUser(user.id())).hasSize(1);
        }

        @Test
        void endsWhenTheOwnerKeepsThePasskeys() {
            signInByLink();

            new OwnDevices(
                            fixture.users,
                            fixture.credentials,
                            fixture.messages.messenger,
                            fixture.events,
                            fixture.clock,
                            new SecureRandom())
                    .confirm(fixture.app, user.id());

            assertThat(isDoubtful()).isFalse();
        }
    }

    @Nested
    class Locked {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/currentuser/user-metadata | {'user_metadata':{'nickname':'x'}}",
                    "/currentuser/email | {'new_email':'a@b.example'}",
                    "/currentuser/email | {'new_email':''}",
                    "/currentuser/phone | {'new_phone':''}"
                })
        void changesNothingWhereTheAppSaysSo(String path, String body) {
            fixture.app.letManageProfile(false, fixture.clock.instant());

            assertRefused(ada.patch(path, body), 403, "operation_not_allowed");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/currentuser/user-metadata | {'user_metadata':{}}",
                    "/currentuser/email | {'new_email':'a@b.example'}",
                    "/currentuser/phone | {'new_phone':''}"
                })
        void asksForAToken(String path, String body) {
            assertRefused(anybody.patch(path, body), 401, "invalid_access_token");
        }
    }

    @Test
    void verifiesNoPhoneNumber() {
        Answer answer = ada.patch("/currentuser/phone", "{'new_phone':'+491701234567'}");

        assertRefused(answer, 400, "invalid_request");
        assertThat(answer.error()).startsWith("new_phone: ");
    }

    @Nested
    class Social {

        @Test
        void hasNoConnections() {
            Answer answer = ada.get("/currentuser/social-connections");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getJsonObject("social_connections")).isEmpty();
            assertRefused(ada.delete("/currentuser/social-connections/google"), 404, "social_connection_not_found");
            assertRefused(ada.delete("/currentuser/social-connections/myspace"), 400, "invalid_request");
            assertRefused(ada.get("/currentuser/social/link_account?code=x&verifier=y"), 403, "operation_not_allowed");
            assertRefused(anybody.get("/currentuser/social-connections"), 401, "invalid_access_token");
        }

        @Test
        void isOff() {
            assertRefused(anybody.get("/social/authorize?connection_type=google"), 400, "invalid_request");
            assertRefused(anybody.get("/social/oauth2_callback?code=x"), 400, "invalid_request");
            assertRefused(anybody.get("/social/token?code=x&verifier=y"), 403, "operation_not_allowed");
            assertRefused(anybody.post("/social/id_token", "{}"), 403, "operation_not_allowed");
        }
    }
}
