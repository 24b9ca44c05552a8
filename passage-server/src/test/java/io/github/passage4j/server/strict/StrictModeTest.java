package io.github.passage4j.server.strict;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.config.ConfigurationException;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.login.LoginResource;
import io.github.passage4j.server.magiclink.MagicLinkResource;
import io.github.passage4j.server.magiclink.TestLinks;
import io.github.passage4j.server.mail.BackgroundMailer;
import io.github.passage4j.server.mail.Mail;
import io.github.passage4j.server.mail.MailException;
import io.github.passage4j.server.mail.Outbox;
import io.github.passage4j.server.message.MessageSignIn;
import io.github.passage4j.server.otp.OneTimeCodeResource;
import io.github.passage4j.server.otp.TestCodes;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.User;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In strict mode answers are alike, whether Ada has an account or Eve has none. */
class StrictModeTest {

    private final CeremonyFixture fixture;
    private final Outbox outbox;
    private final WireApi api;

    StrictModeTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory, "on");
        outbox = fixture.messages.outbox;
        ServerKey key = ServerKey.open(Samples.config(directory), new SecureRandom());
        MessageSignIn signIn = fixture.messageSignIn;
        api = new WireApi(
                new MapApps(fixture.app),
                new LoginResource(fixture.login),
                new OneTimeCodeResource(
                        TestCodes.with(key, fixture.clock),
                        fixture.addressees,
                        signIn,
                        fixture.messages.messenger,
                        fixture.events),
                new MagicLinkResource(
                        TestLinks.with(fixture.events, key, fixture.clock),
                        fixture.addressees,
                        signIn,
                        fixture.signInCheck,
                        fixture.messages.messenger));
    }

    private Answer ask(String path, String email) {
        return api.post(path, "{'identifier':'" + email + "'}");
    }

    private Answer guess(String id) {
        return api.post("/otp/activate", "{'otp_id':'" + id + "','otp':'no code'}");
    }

    private void deactivate(User user) {
        fixture.managedUsers.deactivate(fixture.app, user.id());
    }

    @ParameterizedTest
    @CsvSource({
        "/login/otp, 201",
        "/register/otp, 201",
        "/login/magic-link, 200",
        "/register/magic-link, 201",
        "/login/webauthn/start, 200"
    })
    void answersHaveTheSameFormForEveryone(String path, int status) {
        User grace = fixture.registered(EmailAddress.parse("grace@example.org"), Samples.authenticator());
        deactivate(grace);
        fixture.registered(ADA, Samples.authenticator());

        Answer known = ask(path, "ada@example.org");
        Answer unknown = ask(path, "eve@example.org");
        Answer inactive = ask(path, "grace@example.org");

        assertThat(known.status()).isEqualTo(status);
        assertThat(unknown.status()).isEqualTo(status);
        assertThat(inactive.status()).isEqualTo(status);
        assertThat(unknown.json().keySet()).isEqualTo(known.json().keySet());
        assertThat(inactive.json().keySet()).isEqualTo(known.json().keySet());
        assertThat(unknown.headers().keySet()).isEqualTo(known.headers().keySet());
    }

    @Test
    void aCodeThatNobodyGotDiesLikeAnyOther() {
        fixture.pending(ADA);
        List<List<String>> fates = new ArrayList<>();
        for (String email : List.of("ada@example.org", "eve@example.org")) {
            List<String> fate = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ids.add(ask("/login/otp", email).json().getString("otp_id"));
                fixture.clock.advance(Duration.ofSeconds(1));
            }
            fate.add(guess(ids.get(0)).body());
            for (int i = 0; i < 6; i++) {
                fate.add(guess(ids.get(3)).body());
            }
            fixture.clock.advance(Duration.ofMinutes(5));
            fate.add(guess(ids.get(2)).body());
            fates.add(fate);
        }

        assertThat(fates.get(1)).isEqualTo(fates.get(0));
    }

    @Test
    void nobodyGetsMailForAnAccountThatIsNotThere() {
        ask("/login/otp", "eve@example.org");
        ask("/register/magic-link", "eve@example.org");

        assertThat(outbox.entries()).isEmpty();
    }

    @Test
    void whoRegistersAgainSignsIn() {
        User ada = fixture.registered(ADA, Samples.authenticator());

        String id = ask("/register/otp", "ada@example.org").json().getString("otp_id");
        String code = String.valueOf(outbox.entries().get(0).otp());
        Answer answer = api.post("/otp/activate", "{'otp_id':'" + id + "','otp':'" + code + "'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ada.loginCount()).isEqualTo(2);
    }

    @Test
    void theStatusOfALinkThatNobodyGotIsThatOfOneThatNobodyOpened() {
        fixture.pending(ADA);
        String known = link("ada@example.org");
        String unknown = link("eve@example.org");

        assertThat(status(unknown).status()).isEqualTo(404);
        assertThat(status(unknown).body()).isEqualTo(status(known).body());
    }

    private String link(String email) {
        return ask("/login/magic-link", email)
                .json()
                .getJsonObject("magic_link")
                .getString("id");
    }

    private Answer status(String id) {
        return api.post("/magic-link/status", "{'id':'" + id + "'}");
    }

    private JsonObject options(Answer answer) {
        return answer.json()
                .getJsonObject("handshake")
                .getJsonObject("challenge")
                .getJsonObject("publicKey");
    }

    @Test
    void passkeyOptionsOfNobodyLookLikeThoseOfSomebody() {
        fixture.registered(ADA, Samples.authenticator());

        Answer known = ask("/login/webauthn/start", "ada@example.org");
        Answer unknown = ask("/login/webauthn/start", "eve@example.org");

        assertThat(options(unknown).keySet()).isEqualTo(options(known).keySet());
        JsonObject user = unknown.json().getJsonObject("user");
        assertThat(user.keySet()).isEqualTo(known.json().getJsonObject("user").keySet());
        assertThat(RandomIds.isId(user.getString("id"))).isTrue();
        assertThat(user.getString("email")).isEqualTo("eve@example.org");
        assertThat(options(unknown).getJsonArray("allowCredentials")).hasSize(1);
    }

    @Test
    void passkeyOptionsOfNobodyAreTheSameEachTime() {
        Answer first = ask("/login/webauthn/start", "eve@example.org");
        Answer second = ask("/login/webauthn/start", "eve@example.org");

        assertThat(second.json().getJsonObject("user")).isEqualTo(first.json().getJsonObject("user"));
        assertThat(options(second).get("allowCredentials"))
                .isEqualTo(options(first).get("allowCredentials"));
        assertThat(options(second).get("challenge")).isNotEqualTo(options(first).get("challenge"));
        assertThat(ask("/login/webauthn/start", "other@example.org").json().getJsonObject("user"))
                .isNotEqualTo(first.json().getJsonObject("user"));
    }

    @Test
    void anAccountWithoutPasskeysLooksLikeNone() {
        String before = ask("/login/webauthn/start", "ada@example.org")
                .json()
                .getJsonObject("user")
                .toString();
        fixture.pending(ADA);

        assertThat(ask("/login/webauthn/start", "ada@example.org").json().getJsonObject("user"))
                .hasToString(before);
    }

    @Test
    void nobodyLeavesNoEvents() {
        String id = ask("/login/otp", "eve@example.org").json().getString("otp_id");
        guess(id);

        assertThat(fixture.userEvents.recent(Samples.APP_ID, fixture.strict.userId(Samples.APP_ID, EVE.value())))
                .isEmpty();
    }

    @Test
    void isOnOrOff(@TempDir Path directory) {
        ServerKey key = ServerKey.open(Samples.config(directory), new SecureRandom());

        assertThat(new StrictMode("off", key).isOn()).isFalse();
        assertThatThrownBy(() -> new StrictMode("yes", key))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("passage.strict: ");
    }

    @Test
    void mailGoesAfterTheAnswerAndItsFailureIsNotTheCallers() {
        List<Runnable> later = new ArrayList<>();
        List<Mail> sent = new ArrayList<>();
        Mail mail = new Mail("ada@example.org", "Hello", "Hello", "<p>Hello</p>", null, null);
        new BackgroundMailer(sent::add, later::add).send(mail);
        new BackgroundMailer(
                        failing -> {
                            throw new MailException("no");
                        },
                        later::add)
                .send(mail);

        assertThat(sent).isEmpty();
        later.forEach(Runnable::run);
        assertThat(sent).containsExactly(mail);
    }
}
