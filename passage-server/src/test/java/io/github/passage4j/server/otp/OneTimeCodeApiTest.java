package io.github.passage4j.server.otp;

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
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeApiTest {

    private static final String START = "{'identifier':'Ada@example.org','language':'de'}";
    private static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private final CeremonyFixture fixture;
    private final Outbox outbox;
    private final WireApi api;

    OneTimeCodeApiTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        outbox = fixture.messages.outbox;
        SecureRandom random = new SecureRandom();
        OneTimeCodes codes = new OneTimeCodes(
                new MapOneTimeCodeStore(), ServerKey.open(Samples.config(directory), random), fixture.clock, random);
        MessageSignIn signIn = fixture.messageSignIn;
        api = new WireApi(
                new MapApps(fixture.app, Samples.app(OTHER_APP)),
                new OneTimeCodeResource(codes, fixture.addressees, signIn, fixture.messages.messenger, fixture.events));
    }

    private String start(String path) {
        Answer answer = api.post(path, START);
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().getString("otp_id");
    }

    private Answer activate(String id, String code) {
        return api.post("/otp/activate", "{'otp':'" + code + "','otp_id':'" + id + "'}");
    }

    private String sentCode() {
        return String.valueOf(outbox.entries().get(0).otp());
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/register/otp", "/login/otp"})
    void signsInAPendingUserAndVerifiesTheAddress(String path) {
        User ada = fixture.pending(ADA);

        Answer answer = activate(start(path), sentCode());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonObject("auth_result").keySet())
                .containsExactlyInAnyOrder("auth_token", "redirect_url", "refresh_token", "refresh_token_expiration");
        assertThat(ada.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ada.isEmailVerified()).isTrue();
        assertThat(ada.loginCount()).isEqualTo(1);
    }

    @Test
    void signsInAnActiveUser() {
        User ada = fixture.registered(ADA, Samples.authenticator());

        assertThat(activate(start("/login/otp"), sentCode()).status()).isEqualTo(200);
        assertThat(ada.loginCount()).isEqualTo(2);
    }

    @Test
    void sendsTheCodeInTheLanguageThatIsAskedFor() {
        fixture.pending(ADA);
        start("/login/otp");

        Outbox.Entry mail = outbox.entries().get(0);

        assertThat(mail.to()).isEqualTo("ada@example.org");
        assertThat(mail.subject()).isEqualTo("Ihr Code für Example Shop: " + mail.otp());
        assertThat(mail.text()).contains(sentCode(), "5 Minuten");
    }

    @Test
    void verifiesOnlyTheAddressThatTheMessageWentTo() {
        User ada = fixture.pending(ADA);
        String id = start("/login/otp");
        ada.changeEmail(CeremonyFixture.EVE, fixture.clock.instant());

        assertThat(activate(id, sentCode()).status()).isEqualTo(200);
        assertThat(ada.isEmailVerified()).isFalse();
    }

    @Test
    void answersOnlyTooManyWrongTriesWith401() {
        fixture.pending(ADA);
        String id = start("/login/otp");
        String wrong = "000000".equals(sentCode()) ? "000001" : "000000";

        for (int i = 0; i < 4; i++) {
            assertRefused(activate(id, wrong), 400, "invalid_request");
        }
        assertRefused(activate(id, wrong), 401, "exceeded_attempts");
        assertRefused(activate(id, sentCode()), 401, "exceeded_attempts");
    }

    @Test
    void answersAnUnknownOrUsedCodeWith404() {
        fixture.pending(ADA);
        String id = start("/login/otp");
        activate(id, sentCode());

        assertRefused(activate(id, sentCode()), 404, "invalid_request");
        assertRefused(activate("aaaaaaaaaaaaaaaaaaaaaaaa", "123456"), 404, "invalid_request");
    }

    @Test
    void isWorthlessInAnotherAppAndDiesOfNoTryThere() {
        fixture.pending(ADA);
        String id = start("/login/otp");
        String body = "{'otp':'" + sentCode() + "','otp_id':'" + id + "'}";

        for (int i = 0; i < 6; i++) {
            assertRefused(api.at(OTHER_APP).post("/otp/activate", body), 404, "invalid_request");
        }

        assertThat(activate(id, sentCode()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/register/otp, 404, user_not_found", "/login/otp, 404, user_not_found"})
    void sendsNothingToWhoDidNotSignUp(String path, int status, String code) {
        assertRefused(api.post(path, START), status, code);
        assertThat(outbox.entries()).isEmpty();
    }

    @Test
    void registersNoActiveUserAgain() {
        fixture.registered(ADA, Samples.authenticator());

        Answer answer = api.post("/register/otp", START);

        assertRefused(answer, 400, "invalid_request");
        assertThat(answer.error()).isEqualTo("user: already exists.");
    }

    @Test
    void isOffWhenTheAppSaysSo() {
        fixture.app.offerOneTimeCodes(false, fixture.clock.instant());
        fixture.pending(ADA);

        assertRefused(api.post("/login/otp", START), 403, "operation_not_allowed");
        assertRefused(activate("aaaaaaaaaaaaaaaaaaaaaaaa", "123456"), 403, "operation_not_allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/login/otp | {} | identifier: is required",
                "/register/otp | {'identifier':'nonsense'} | identifier: must be an e-mail address",
                "/otp/activate | {'otp':'123456'} | otp_id: is required",
                "/otp/activate | {'otp_id':'x','otp':' '} | otp: is required"
            })
    void namesWhatIsWrong(String path, String body, String error) {
        Answer answer = api.post(path, body);

        assertRefused(answer, 400, "invalid_request");
        assertThat(answer.error()).isEqualTo(error);
    }
}
