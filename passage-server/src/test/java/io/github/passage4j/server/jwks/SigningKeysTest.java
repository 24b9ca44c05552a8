package io.github.passage4j.server.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.wire.JsonbSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    private final Path directory;

    private final TestSigningKeys store = new TestSigningKeys();
    private final MutableClock clock = new MutableClock();

    SigningKeysTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private SigningKeys keys() {
        return new SigningKeys(
                store, ServerKey.open(Samples.config(directory), new SecureRandom()), clock, new SecureRandom());
    }

    private SigningKeys ensured() {
        SigningKeys keys = keys();
        keys.ensure(Samples.APP_ID);
        return keys;
    }

    @Test
    void publishesExactlyThePublicMembers() {
        String json = JsonbSetup.create().toJson(ensured().ring(Samples.APP_ID).toJwks());

        JsonObject jwk = Json.createReader(new StringReader(json))
                .readObject()
                .getJsonArray("keys")
                .getJsonObject(0);
        assertThat(jwk.keySet()).containsExactlyInAnyOrder("alg", "kty", "use", "kid", "n", "e");
        assertThat(jwk.getString("kid")).matches("[0-9A-Za-z]{24}");
        assertThat(jwk.getString("alg")).isEqualTo("RS256");
        assertThat(jwk.getString("e")).isEqualTo("AQAB");
    }

    @Test
    void publishesNoPrivateMember() throws ParseException {
        String json = JsonbSetup.create().toJson(ensured().ring(Samples.APP_ID).toJwks());

        JWKSet set = JWKSet.parse(json);
        assertThat(set.getKeys()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.size()).isEqualTo(2048);
        });
    }

    @Test
    void keepsTheKeyOverARestart() {
        String before = ensured().ring(Samples.APP_ID).currentId();

        assertThat(ensured().ring(Samples.APP_ID).currentId()).isEqualTo(before);
    }

    @Test
    void keepsTheServerKeyOwnerOnly() throws IOException {
        ensured();

        Path file = directory.resolve("server.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotStartWithAnotherServerKey() throws IOException {
        ensured();
        Files.delete(directory.resolve("server.key"));

        assertThatIllegalStateException().isThrownBy(this::ensured).withMessageContaining("server.key");
    }

    @Test
    void publishesNextAndRetiredKeysButTrustsNoneThatIsYetToCome() {
        SigningKeyFactory factory =
                new SigningKeyFactory(new KeyEncryption(new byte[32], new SecureRandom()), new SecureRandom());
        SigningKey next = factory.create(Samples.APP_ID, SigningKey.State.NEXT, Samples.NOW);
        SigningKey retired = factory.create(Samples.APP_ID, SigningKey.State.RETIRED, Samples.NOW);
        SigningKeys keys = ensured();
        store.add(next);
        store.add(retired);
        clock.advance(Duration.ofSeconds(31));

        KeyRing ring = keys.ring(Samples.APP_ID);

        assertThat(ring.toJwks().keys()).hasSize(3);
        assertThat(ring.trusted(retired.id())).isPresent();
        assertThat(ring.trusted(next.id())).isEmpty();
        assertThat(ring.trusted(ring.currentId())).isPresent();
    }
}
