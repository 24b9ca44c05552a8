package io.github.passage4j.faces.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.management.Device;
import io.github.passage4j.core.management.OwnSession;
import io.github.passage4j.core.user.MapUsers;
import io.github.passage4j.core.user.NameDrafts;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestPassage;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestSessions;
import io.github.passage4j.faces.security.GoneAccount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileBeanTest {

    private static final String ADA = TestPassage.ADA;

    private final TestPassage passage = new TestPassage();
    private final Users users = new MapUsers(TestCaller.CLOCK);
    private final Map<String, String> typed = new HashMap<>();
    private final TestRequest request = TestRequest.get("/profile");

    @AfterEach
    void endPassage() {
        passage.close();
    }

    @Test
    void showsTheRowAndTheAccount() {
        users.add(User.create(ADA, "Ada Lovelace", TestCaller.NOW));

        ProfileBean profile = profile();

        assertThat(profile.getName()).isEqualTo("Ada Lovelace");
        assertThat(profile.isAccountKnown()).isTrue();
        assertThat(profile.isIncomplete()).isFalse();
        assertThat(profile.getAccount().email()).isEqualTo("ada@shop.example");
        assertThat(profile.getPasskeys()).extracting(Device::friendlyName).containsExactly("Laptop");
        assertThat(profile.getNewEmail()).isEmpty();
    }

    @Test
    void showsTheFieldsOfTheAppThatAreForTheProfile() {
        ProfileBean profile = profile();

        assertThat(profile.getFields()).extracting(ProfileField::name).containsExactly("nickname", "age");
        assertThat(profile.getFields()).extracting(profile::valueOf).containsExactly("Countess", "");
    }

    @Test
    void makesTheRowThatALostCallbackLeftOutWithTheNameThatWasTyped() {
        typed.put("ada@shop.example", "Ada");

        assertThat(profile().getName()).isEqualTo("Ada");
        assertThat(users.findByPassageId(ADA)).isPresent();
    }

    @Test
    void showsTheNameAndMakesTheRowWhilePassageIsAway() {
        passage.answers("GET auth /currentuser", 500, "internal_server_error");

        ProfileBean profile = profile();

        assertThat(profile.isAccountKnown()).isFalse();
        assertThat(profile.isGone()).isFalse();
        assertThat(profile.getPasskeys()).isEmpty();
        assertThat(profile.getFields()).isEmpty();
        assertThat(users.findByPassageId(ADA)).isPresent();
    }

    @Test
    void makesNoRowForAnAccountThatIsGone() {
        passage.forgets(ADA);

        assertThat(profile().isGone()).isTrue();
        assertThat(users.findByPassageId(ADA)).isEmpty();
    }

    @Test
    void tellsASessionThatIsOverFromAnAccountThatIsGoneAndFromAPassageThatIsAway() {
        passage.answers("GET auth /currentuser", 401, "invalid_access_token");
        ProfileBean over = profile();
        passage.answers("GET auth /currentuser", 503, "");
        ProfileBean away = profile();

        assertThat(over.isOver()).isTrue();
        assertThat(over.isGone()).isFalse();
        assertThat(over.isAccountKnown()).isFalse();
        assertThat(away.isOver()).isFalse();
        assertThat(away.isGone()).isFalse();
        assertThat(users.findByPassageId(ADA)).isPresent();
    }

    @Test
    void showsWhereTheCallerIsSignedIn() {
        ProfileBean profile = profile();

        assertThat(profile.getSessions()).extracting(OwnSession::id).containsExactly("session-1", "session-2");
        assertThat(profile.getSessions()).extracting(OwnSession::isCurrent).containsExactly(true, false);
    }

    @Test
    void asksAboutPasskeysFromBeforeTheAddressWasVerifiedOnly() {
        ProfileBean certain = profile();
        passage.doubtsThePasskey();
        ProfileBean doubtful = profile();

        assertThat(certain.isAnyPasskeyUnconfirmed()).isFalse();
        assertThat(doubtful.isAnyPasskeyUnconfirmed()).isTrue();
    }

    @Test
    void showsTheAccountWherePassageTellsNoSessions() {
        passage.answers("GET auth /currentuser/sessions", 404, "not_found");

        ProfileBean profile = profile();

        assertThat(profile.getAccount().email()).isEqualTo("ada@shop.example");
        assertThat(profile.getSessions()).isEmpty();
    }

    @Test
    void showsTheAccountAlsoWhilePassageTellsNoFields() {
        passage.answers("GET auth ", 500, "internal_server_error");
        request.attribute(ProfileProblem.ATTRIBUTE, new ProfileProblem("details", "profile.unavailable", 503));

        ProfileBean profile = profile();

        assertThat(profile.isIncomplete()).isTrue();
        assertThat(profile.getAccount().email()).isEqualTo("ada@shop.example");
        assertThat(profile.getFields()).isEmpty();
        assertThat(profile.getSessions()).hasSize(2);
        assertThat(profile.getProblemInHiddenSection()).isEqualTo("profile.unavailable");
    }

    @Test
    void showsTheAccountAlsoWhilePassageFailsAtTheSessions() {
        passage.answers("GET auth /currentuser/sessions", 500, "internal_server_error");

        ProfileBean profile = profile();

        assertThat(profile.isIncomplete()).isTrue();
        assertThat(profile.getAccount().email()).isEqualTo("ada@shop.example");
        assertThat(profile.getFields()).hasSize(2);
        assertThat(profile.getSessions()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhereItWasRefusedAndNowhereElse() {
        users.add(User.create(ADA, "Ada", TestCaller.NOW));
        request.attribute(ProfileProblem.ATTRIBUTE, new ProfileProblem("email", "profile.email.refused", 400))
                .parameter("value", "no address")
                .parameter("done", "name");

        ProfileBean profile = profile();

        assertThat(profile.getNewEmail()).isEqualTo("no address");
        assertThat(profile.getName()).isEqualTo("Ada");
        assertThat(profile.problemIn("email")).isEqualTo("profile.email.refused");
        assertThat(profile.problemIn("name")).isEmpty();
        assertThat(profile.doneIn("name")).isEmpty();
    }

    @Test
    void tellsAlsoOfASectionThatIsNotThereWithoutPassage() {
        passage.answers("GET auth /currentuser", 500, "internal_server_error");
        request.attribute(ProfileProblem.ATTRIBUTE, new ProfileProblem("email", "profile.unavailable", 503));

        assertThat(profile().getProblemInHiddenSection()).isEqualTo("profile.unavailable");
    }

    @Test
    void tellsOfASectionInItselfWhereItIsThere() {
        request.attribute(ProfileProblem.ATTRIBUTE, new ProfileProblem("email", "profile.email.refused", 400));

        assertThat(profile().getProblemInHiddenSection()).isEmpty();
    }

    @Test
    void saysWhatWasDoneInTheSectionWhereItWasDone() {
        request.parameter("done", "passkey-renamed");

        ProfileBean profile = profile();

        assertThat(profile.doneIn("passkeys")).isEqualTo("passkey-renamed");
        assertThat(profile.doneIn("name")).isEmpty();
        assertThat(profile.getDoneInHiddenSection()).isEmpty();
    }

    @Test
    void saysWhatWasDoneAlsoInASectionThatIsNotThereWithoutPassage() {
        passage.answers("GET auth /currentuser", 500, "internal_server_error");
        request.parameter("done", "passkey-renamed");

        assertThat(profile().getDoneInHiddenSection()).isEqualTo("passkey-renamed");
    }

    @Test
    void saysAsDoneOnlyWhatItHasWordsFor() {
        request.parameter("done", "<b>");

        ProfileBean profile = profile();

        assertThat(profile.doneIn("name")).isEmpty();
        assertThat(profile.getDoneInHiddenSection()).isEmpty();
    }

    private ProfileBean profile() {
        String token = TestCaller.token(ADA, TestCaller.NOW.plusSeconds(600));
        ProfileBean profile = new ProfileBean(
                TestCaller.current(Optional.of(TestCaller.principal(token))),
                new UserProvisioning(users, TestCaller.CLOCK),
                new TypedNames(typed),
                passage.ownAccount(),
                passage.users(),
                passage.app(),
                new GoneAccount(new TestSessions().browser()),
                request.build());
        profile.load();
        return profile;
    }

    private record TypedNames(Map<String, String> typed) implements NameDrafts {

        @Override
        public void keep(String identifier, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> complete(User row, String identifier) {
            return Optional.ofNullable(row.name()).or(() -> Optional.ofNullable(typed.get(identifier)));
        }
    }
}
