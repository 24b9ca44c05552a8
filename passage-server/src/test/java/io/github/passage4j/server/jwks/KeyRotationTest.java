package io.github.passage4j.server.jwks;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.KeyConfig;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.testing.DirectEvent;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.token.InvalidTokenException;
import io.github.passage4j.server.token.TokenIssuer;
import io.github.passage4j.server.token.TokenVerifier;
import io.github.passage4j.server.wire.JsonbSetup;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    private static final String USER = "u5RnV8sLq2KdT0yHb7MwXc3e";

    private final MutableClock clock = new MutableClock();
    private final App app = Samples.app();
    private final SigningKeys keys;
    private final KeyRotation rotation;
    private final TokenIssuer issuer;
    private final TokenVerifier verifier;

    KeyRotationTest(@TempDir Path directory) {
        ServerConfig config = Samples.config(directory);
        TestSigningKeys store = new TestSigningKeys();
        SecureRandom random = new SecureRandom();
        keys = new SigningKeys(store, ServerKey.open(config, random), clock, random);
        keys.ensure(app.id());
        rotation = new KeyRotation(
                store,
                keys,
                new KeyConfig(Duration.ofDays(90), Optional.empty()),
                new DirectEvent<>(keys::forget),
                clock);
        issuer = new TokenIssuer(keys, config, clock);
        verifier = new TokenVerifier(keys, config, clock);
    }

    private String current() {
        return keys.ring(app.id()).currentId();
    }

    private int published() {
        return keys.ring(app.id()).toJwks().keys().size();
    }

    private void pass(Duration time) {
        clock.advance(time);
        rotation.advance(app);
    }

    @Test
    void publishesTheNextKeyADayBeforeItSigns() {
        String first = current();
        assertThat(rotation.begin(app)).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(published()).isEqualTo(2);

        pass(Duration.ofHours(24).minusMillis(1));
        assertThat(current()).isEqualTo(first);
        pass(Duration.ofMillis(1));

        assertThat(current()).isNotEqualTo(first);
        assertThat(published()).isEqualTo(2);
    }

    @Test
    void keepsARetiredKeyForADayAndTheLifeOfAToken() {
        rotation.begin(app);
        clock.advance(Duration.ofHours(24));
        String lastOfTheOld = issuer.issue(app, USER);
        rotation.advance(app);
        assertThat(verifier.verify(app, lastOfTheOld).subject()).isEqualTo(USER);

        pass(Duration.ofHours(24).plus(app.tokenLifetime()).minusMillis(1));
        assertThat(published()).isEqualTo(2);
        pass(Duration.ofMillis(1));

        assertThat(published()).isEqualTo(1);
    }

    @Test
    void beginsByItselfWhenTheKeyIsOld() {
        pass(Duration.ofDays(90).minusMillis(1));
        assertThat(published()).isEqualTo(1);

        pass(Duration.ofMillis(1));

        assertThat(published()).isEqualTo(2);
        pass(Duration.ofHours(23));
        assertThat(published()).isEqualTo(2);
    }

    @Test
    void makesOneNextKeyHoweverOftenItIsAsked() {
        rotation.begin(app);
        clock.advance(Duration.ofHours(1));

        assertThat(rotation.begin(app)).isEqualTo(clock.instant().plus(Duration.ofHours(23)));

        assertThat(published()).isEqualTo(2);
    }

    @Test
    void dropsEveryKeyAtOnceInAnEmergency() {
        String token = issuer.issue(app, USER);
        rotation.begin(app);

        rotation.replaceNow(app);

        assertThat(published()).isEqualTo(1);
        Assertions.assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(app, token));
        assertThat(verifier.verify(app, issuer.issue(app, USER)).subject()).isEqualTo(USER);
    }

    @Test
    void tellsOperatorsWhereEachKeyStands() {
        rotation.begin(app);
        pass(Duration.ofHours(24));

        assertThat(rotation.list(app)).extracting(KeyView::state).containsExactlyInAnyOrder("current", "retired");
    }

    @Test
    void publishesNoPrivateMemberInAnyState() throws ParseException {
        rotation.begin(app);
        pass(Duration.ofHours(24));
        rotation.begin(app);

        JWKSet set = JWKSet.parse(JsonbSetup.create().toJson(keys.ring(app.id()).toJwks()));

        assertThat(set.getKeys()).hasSize(3).noneMatch(key -> key.isPrivate());
    }
}
