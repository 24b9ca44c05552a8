package io.github.passage4j.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {

    @Test
    void findsAKeyByItsId() throws JOSEException {
        PublishedKeys keys = TestKeys.published(TestKeys.FIRST, TestKeys.SECOND);

        assertThat(keys.find("key-2")).contains(TestKeys.SECOND.toRSAPublicKey());
        assertThat(keys.find("key-3")).isEmpty();
    }

    @Test
    void acceptsAKeyThatSaysNothingOfItsUseAndAlgorithm() {
        RSAKey key =
                new RSAKey.Builder(TestKeys.FIRST).keyUse(null).algorithm(null).build();

        assertThat(TestKeys.published(key).find("key-1")).isPresent();
    }

    @Test
    void ignoresAKeyBelow2048Bits() throws ParseException {
        PublishedKeys keys = PublishedKeys.parse("{\"keys\":[" + weakKey() + "]}");

        assertThat(keys.find("weak")).isEmpty();
    }

    @Test
    void ignoresAKeyForEncryption() {
        assertIgnored(new RSAKey.Builder(TestKeys.FIRST)
                .keyUse(KeyUse.ENCRYPTION)
                .algorithm(null)
                .build());
    }

    @Test
    void ignoresAKeyForAnotherAlgorithm() {
        assertIgnored(
                new RSAKey.Builder(TestKeys.FIRST).algorithm(JWSAlgorithm.RS512).build());
    }

    @Test
    void ignoresAKeyThatMayNotVerify() {
        assertIgnored(new RSAKey.Builder(TestKeys.FIRST)
                .keyUse(null)
                .keyOperations(Set.of(KeyOperation.ENCRYPT))
                .build());
    }

    @Test
    void ignoresAKeyWithoutId() {
        PublishedKeys keys = TestKeys.published(
                new RSAKey.Builder(TestKeys.FIRST).keyID(null).build());

        assertThat(keys.find("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"RSA\",\"kid\":\"bad\"}",
                "{\"kty\":\"RSA\",\"kid\":\"bad\",\"n\":\"!\",\"e\":\"AQAB\"}",
                "{\"kty\":\"EC\",\"kid\":\"bad\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"oct\",\"kid\":\"bad\",\"k\":\"c2VjcmV0\"}",
                "{\"kty\":\"from the future\",\"kid\":\"bad\"}",
                "{\"kty\":17,\"kid\":{}}",
                "{}",
                "null",
                "\"bad\"",
                "7"
            })
    void ignoresWhatItDoesNotUnderstandAndKeepsTheRest(String member) throws ParseException {
        String good = TestKeys.FIRST.toPublicJWK().toJSONString();

        PublishedKeys keys = PublishedKeys.parse("{\"keys\":[" + member + "," + good + "]}");

        assertThat(keys.find("bad")).isEmpty();
        assertThat(keys.find("key-1")).isPresent();
    }

    @Test
    void takesTheFirstOfTwoKeysWithOneId() throws JOSEException {
        RSAKey other = new RSAKey.Builder(TestKeys.SECOND).keyID("key-1").build();

        assertThat(TestKeys.published(TestKeys.FIRST, other).find("key-1")).contains(TestKeys.FIRST.toRSAPublicKey());
    }

    @Test
    void readsASetWithoutKeys() throws ParseException {
        assertThat(PublishedKeys.parse("{\"keys\":[]}").find("key-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "<html>",
                "{\"keys\":{}}",
                "{\"keys\":null}",
                "{\"keys\":\"none\"}",
                "{\"keys\":["
            })
    void refusesWhatIsNoSet(String text) {
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> PublishedKeys.parse(text));
    }

    @Test
    void refusesASetThatIsNestedToTheLimitOfTheSize() {
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> PublishedKeys.parse("{\"keys\":" + "[".repeat(200_000)));
    }

    private static void assertIgnored(RSAKey key) {
        assertThat(TestKeys.published(key).find("key-1")).isEmpty();
    }

    private static String weakKey() {
        return TestKeys.generate("weak", 1024).toPublicJWK().toJSONString();
    }
}
