package io.github.passage4j.core.token;

import static io.github.passage4j.core.token.TestTokens.ADA;
import static io.github.passage4j.core.token.TestTokens.HEADER;
import static io.github.passage4j.core.token.TestTokens.NOW;
import static io.github.passage4j.core.token.TestTokens.encode;
import static io.github.passage4j.core.token.TestTokens.signed;
import static io.github.passage4j.core.token.TestTokens.withClaims;
import static io.github.passage4j.core.token.TestTokens.withHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.token.InvalidTokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final long EXP = NOW.getEpochSecond() + 600;
    private static final String AUD = "\"aud\":[\"" + TestConfig.APP_ID + "\"]";
    private static final String SUB = "\"sub\":\"" + ADA + "\"";
    private static final String LIVES = "\"exp\":" + EXP;

    private final MovableClock clock = new MovableClock(NOW);
    private final CountingKeys keys = new CountingKeys(TestKeys.FIRST);
    private final TokenVerifier verifier = new TokenVerifier(keys, TestConfig.standard(), clock);

    @Nested
    class Accepts {

        @Test
        void aTokenAsPassageMakesIt() {
            VerifiedToken verified = verifier.verify(TestTokens.of(ADA));

            assertThat(verified.subject()).isEqualTo(ADA);
            assertThat(verified.expiry()).isEqualTo(Instant.ofEpochSecond(EXP));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://auth.passage.id/v1/apps/" + TestConfig.APP_ID,
                    "https://passage.example/auth/v1/apps/" + TestConfig.APP_ID,
                    TestConfig.APP_ID
                })
        void eachSpellingOfTheIssuer(String issuer) {
            String token = withClaims("{" + AUD + "," + LIVES + "," + SUB + ",\"iss\":\"" + issuer + "\"}");

            assertThat(verifier.verify(token).subject()).isEqualTo(ADA);
        }

        @Test
        void anAudienceThatIsOneString() {
            String token = withClaims("{\"aud\":\"" + TestConfig.APP_ID + "\"," + LIVES + "," + SUB + "}");

            assertThat(verifier.verify(token).subject()).isEqualTo(ADA);
        }

        @Test
        void aTokenWithoutIssuerIssueTimeAndStart() {
            assertThat(verifier.verify(withClaims("{" + AUD + "," + LIVES + "," + SUB + "}"))
                            .subject())
                    .isEqualTo(ADA);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"alg\":\"RS256\",\"kid\":\"key-1\"}",
                    "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"typ\":\"jwt\"}"
                })
        void aHeaderWithoutTypeOrWithItInLowerCase(String header) {
            assertThat(verifier.verify(withHeader(header)).subject()).isEqualTo(ADA);
        }

        @Test
        void anExpiryWithAFraction() {
            String token = withClaims("{" + AUD + ",\"exp\":" + EXP + ".25," + SUB + "}");

            assertThat(verifier.verify(token).expiry()).isEqualTo(Instant.ofEpochSecond(EXP, 250_000_000));
        }

        @Test
        void aGenuineTokenWhoseHeaderNamesOtherKeysWithoutLookingAtThem() {
            String token = withHeader("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jku\":\"https://evil.example/\","
                    + "\"x5u\":\"https://evil.example/\",\"jwk\":{\"kty\":\"RSA\"}}");

            assertThat(verifier.verify(token).subject()).isEqualTo(ADA);
            assertThat(keys.asked()).containsOnly("key-1");
        }
    }

    @Nested
    class TimeLimits {

        @Test
        void acceptsUpToTheLeewayAfterTheExpiry() {
            clock.setTo(Instant.ofEpochSecond(EXP).plus(Duration.ofSeconds(60)).minusNanos(1));

            assertThat(verifier.verify(TestTokens.of(ADA)).subject()).isEqualTo(ADA);
        }

        @Test
        void refusesFromTheLeewayAfterTheExpiry() {
            clock.setTo(Instant.ofEpochSecond(EXP).plus(Duration.ofSeconds(60)));

            assertRefused(TestTokens.of(ADA), Reason.EXPIRED);
        }

        @Test
        void refusesATokenThatWasVerifiedBeforeItExpired() {
            verifier.verify(TestTokens.of(ADA));

            clock.advance(Duration.ofMinutes(11));

            assertRefused(TestTokens.of(ADA), Reason.EXPIRED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"nbf", "iat"})
        void acceptsAStartWithinTheLeeway(String claim) {
            String token = withClaims(
                    "{" + AUD + "," + LIVES + "," + SUB + ",\"" + claim + "\":" + (NOW.getEpochSecond() + 60) + "}");

            assertThat(verifier.verify(token).subject()).isEqualTo(ADA);
        }

        @ParameterizedTest
        @ValueSource(strings = {"nbf", "iat"})
        void refusesAStartBeyondTheLeeway(String claim) {
            String token = withClaims(
                    "{" + AUD + "," + LIVES + "," + SUB + ",\"" + claim + "\":" + (NOW.getEpochSecond() + 61) + "}");

            assertRefused(token, Reason.NOT_YET_VALID);
        }
    }

    @Nested
    class Memory {

        @Test
        void refusesARememberedTokenAsSoonAsItsKeyIsWithdrawn() {
            verifier.verify(TestTokens.of(ADA));

            keys.withdraw(TestKeys.FIRST);

            assertRefused(TestTokens.of(ADA), Reason.UNKNOWN_KEY);
        }

        @Test
        void neverTakesAnotherSignatureForTheRememberedOne() {
            String token = TestTokens.of(ADA);
            verifier.verify(token);

            assertRefused(flipped(token), Reason.SIGNATURE);
        }

        @Test
        void givesTheVerySameAnswerAgain() {
            assertThat(verifier.verify(TestTokens.of(ADA))).isSameAs(verifier.verify(TestTokens.of(ADA)));
        }
    }

    @ParameterizedTest(name = "{0} → {2}")
    @MethodSource("hostileTokens")
    void refuses(String what, String token, Reason reason) {
        assertRefused(token, reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTokens")
    void asksForNoKeyUnlessEverythingElseIsRight(String what, String token, Reason reason) {
        assertRefused(token, reason);

        boolean keyDecides =
                reason == Reason.SIGNATURE || (reason == Reason.UNKNOWN_KEY && what.startsWith("kid unknown"));
        assertThat(keys.asked()).hasSize(keyDecides ? 1 : 0);
    }

    static Stream<Arguments> hostileTokens() {
        return Stream.of(shapes(), encodings(), json(), headers(), keysAndSignatures(), claims())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> shapes() {
        String token = TestTokens.of(ADA);
        String[] parts = token.split("\\.", -1);
        return Stream.of(
                arguments("empty", "", Reason.MALFORMED),
                arguments("blank", " ", Reason.MALFORMED),
                arguments("a word", "garbage", Reason.MALFORMED),
                arguments("only dots", "..", Reason.MALFORMED),
                arguments("two parts", parts[0] + "." + parts[1], Reason.MALFORMED),
                arguments("four parts", token + ".AAAA", Reason.MALFORMED),
                arguments("five parts, as encrypted tokens have", token + ".AAAA.AAAA", Reason.MALFORMED),
                arguments("a dot at the end", token + ".", Reason.MALFORMED),
                arguments("a dot at the start", "." + token, Reason.MALFORMED),
                arguments("no header", "." + parts[1] + "." + parts[2], Reason.MALFORMED),
                arguments("no payload", parts[0] + ".." + parts[2], Reason.MALFORMED),
                arguments("no signature", parts[0] + "." + parts[1] + ".", Reason.SIGNATURE),
                arguments("JSON serialization", "{\"payload\":\"e30\",\"signatures\":[]}", Reason.MALFORMED),
                arguments("scheme left in", "Bearer " + token, Reason.MALFORMED),
                arguments("quoted", "\"" + token + "\"", Reason.MALFORMED),
                arguments("a NUL inside", parts[0] + "\0." + parts[1] + "." + parts[2], Reason.MALFORMED),
                arguments("letters beyond ASCII", token + "é", Reason.MALFORMED),
                arguments("emoji", "\uD83D\uDE00.\uD83D\uDE00.\uD83D\uDE00", Reason.MALFORMED),
                arguments("8192 characters of dots", ".".repeat(8192), Reason.MALFORMED),
                arguments("longer than 8192 characters", "a".repeat(8193), Reason.TOO_LONG),
                arguments(
                        "genuine but longer than 8192 characters",
                        withClaims("{" + AUD + "," + LIVES + "," + SUB + ",\"x\":\"" + "x".repeat(7000) + "\"}"),
                        Reason.TOO_LONG));
    }

    private static Stream<Arguments> encodings() {
        String token = TestTokens.of(ADA);
        String[] parts = token.split("\\.", -1);
        String header = "{\"alg\":\"RS256\",\"kid\":\"key-1\"}";
        return Stream.of(
                arguments("padding after the header", resigned(encode(HEADER + " ") + "=", parts[1]), Reason.MALFORMED),
                arguments("padding after the payload", resigned(parts[0], encode("{ }") + "="), Reason.MALFORMED),
                arguments("padding after the signature", token + "==", Reason.MALFORMED),
                arguments("blank before", " " + token, Reason.MALFORMED),
                arguments("blank after", token + " ", Reason.MALFORMED),
                arguments("line break after", token + "\n", Reason.MALFORMED),
                arguments("line break inside", parts[0] + ".\r\n" + parts[1] + "." + parts[2], Reason.MALFORMED),
                arguments("blank inside", parts[0] + "." + parts[1] + ". " + parts[2], Reason.MALFORMED),
                arguments("the other base64 alphabet", resigned(encode(HEADER), "e30+/"), Reason.MALFORMED),
                arguments("percent encoding", token.replace(".", "%2E"), Reason.MALFORMED),
                arguments("one letter too many", token + "A", Reason.SIGNATURE),
                arguments("three letters too many, which no bytes encode to", token + "AAA", Reason.MALFORMED),
                arguments("left-over bits in the header", resigned(leftOverBits(header), parts[1]), Reason.MALFORMED),
                arguments("left-over bits in the signature", leftOverBitsInSignature(token), Reason.MALFORMED),
                arguments(
                        "overlong UTF-8",
                        resigned(parts[0], encode(new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'})),
                        Reason.MALFORMED),
                arguments(
                        "UTF-8 cut short",
                        resigned(parts[0], encode(new byte[] {'{', '"', (byte) 0xE2, (byte) 0x82})),
                        Reason.MALFORMED),
                arguments(
                        "UTF-16",
                        resigned(encode(HEADER.getBytes(StandardCharsets.UTF_16)), parts[1]),
                        Reason.MALFORMED),
                arguments("a byte order mark", withHeader("\uFEFF" + HEADER), Reason.MALFORMED),
                arguments(
                        "a signature one byte short",
                        parts[0] + "." + parts[1] + "." + encode(new byte[255]),
                        Reason.SIGNATURE),
                arguments(
                        "a signature one byte long",
                        parts[0] + "." + parts[1] + "." + encode(new byte[257]),
                        Reason.SIGNATURE),
                arguments(
                        "a signature of zeros",
                        parts[0] + "." + parts[1] + "." + encode(new byte[256]),
                        Reason.SIGNATURE),
                arguments("bytes after the signature", signatureWithTail(token), Reason.SIGNATURE));
    }

    private static Stream<Arguments> json() {
        return Stream.of(
                arguments("header not JSON", withHeader("alg=RS256"), Reason.MALFORMED),
                arguments("header an array", withHeader("[" + HEADER + "]"), Reason.MALFORMED),
                arguments("header a string", withHeader("\"RS256\""), Reason.MALFORMED),
                arguments("header null", withHeader("null"), Reason.MALFORMED),
                arguments("header empty", withHeader("{}"), Reason.ALGORITHM),
                arguments("header cut short", withHeader("{\"alg\":\"RS256\""), Reason.MALFORMED),
                arguments("header twice", withHeader(HEADER + HEADER), Reason.MALFORMED),
                arguments("a word after the header", withHeader(HEADER + "x"), Reason.MALFORMED),
                arguments("a comment", withHeader("{/**/\"alg\":\"RS256\",\"kid\":\"key-1\"}"), Reason.MALFORMED),
                arguments("single quotes", withHeader("{'alg':'RS256','kid':'key-1'}"), Reason.MALFORMED),
                arguments("a comma at the end", withHeader("{\"alg\":\"RS256\",\"kid\":\"key-1\",}"), Reason.MALFORMED),
                arguments("names without quotes", withHeader("{alg:\"RS256\",kid:\"key-1\"}"), Reason.MALFORMED),
                arguments(
                        "alg twice",
                        withHeader("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"key-1\"}"),
                        Reason.MALFORMED),
                arguments(
                        "alg twice, once escaped",
                        withHeader("{\"alg\":\"RS256\",\"\\u0061lg\":\"none\",\"kid\":\"key-1\"}"),
                        Reason.MALFORMED),
                arguments(
                        "a member twice inside the header",
                        withHeader("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"x\":{\"a\":1,\"a\":2}}"),
                        Reason.MALFORMED),
                arguments("sub twice", claimsWith(LIVES + "," + SUB + "," + SUB), Reason.MALFORMED),
                arguments("exp twice", claimsWith(LIVES + "," + LIVES + "," + SUB), Reason.MALFORMED),
                arguments(
                        "a member twice inside the claims",
                        claimsWith(LIVES + "," + SUB + ",\"x\":[{\"a\":1,\"a\":1}]"),
                        Reason.MALFORMED),
                arguments("payload not JSON", withClaims("hello"), Reason.MALFORMED),
                arguments("payload an array", withClaims("[]"), Reason.MALFORMED),
                arguments("payload a number", withClaims("1"), Reason.MALFORMED),
                arguments("payload empty", withClaims("{}"), Reason.AUDIENCE),
                arguments("payload twice", withClaims("{}{}"), Reason.MALFORMED),
                arguments("payload cut short", withClaims("{" + AUD + ","), Reason.MALFORMED),
                arguments("a token inside the token", withClaims(TestTokens.of(ADA)), Reason.MALFORMED),
                arguments(
                        "a payload of 900 objects in each other",
                        claimsWith(LIVES + "," + SUB + ",\"x\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(900)),
                        Reason.MALFORMED),
                arguments(
                        "a payload of 2700 arrays in each other",
                        claimsWith(LIVES + "," + SUB + ",\"x\":" + "[".repeat(1350) + "]".repeat(1350)),
                        Reason.MALFORMED),
                arguments("arrays that never end", withClaims("{\"x\":" + "[".repeat(5000)), Reason.MALFORMED),
                arguments(
                        "a header of 900 objects in each other",
                        withHeader("{\"x\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(901)),
                        Reason.MALFORMED),
                arguments("NaN", claimsWith("\"exp\":NaN," + SUB), Reason.MALFORMED),
                arguments("Infinity", claimsWith("\"exp\":Infinity," + SUB), Reason.MALFORMED),
                arguments("a leading zero", claimsWith("\"exp\":0" + EXP + "," + SUB), Reason.MALFORMED),
                arguments("a plus sign", claimsWith("\"exp\":+" + EXP + "," + SUB), Reason.MALFORMED),
                arguments("hexadecimal", claimsWith("\"exp\":0x7fffffff," + SUB), Reason.MALFORMED),
                arguments(
                        "a number of 4000 digits",
                        claimsWith(LIVES + "," + SUB + ",\"x\":" + "9".repeat(4000)),
                        Reason.MALFORMED));
    }

    private static Stream<Arguments> headers() {
        return Stream.of(
                arguments("alg none", withAlgorithm("none"), Reason.ALGORITHM),
                arguments("alg none without signature", unsigned("none"), Reason.ALGORITHM),
                arguments("alg None", unsigned("None"), Reason.ALGORITHM),
                arguments("alg NONE", unsigned("NONE"), Reason.ALGORITHM),
                arguments("alg nOnE", unsigned("nOnE"), Reason.ALGORITHM),
                arguments("alg empty", withAlgorithm(""), Reason.ALGORITHM),
                arguments("alg absent", withHeader("{\"kid\":\"key-1\"}"), Reason.ALGORITHM),
                arguments("alg null", withHeader("{\"alg\":null,\"kid\":\"key-1\"}"), Reason.MALFORMED),
                arguments("alg a number", withHeader("{\"alg\":256,\"kid\":\"key-1\"}"), Reason.MALFORMED),
                arguments("alg an array", withHeader("{\"alg\":[\"RS256\"],\"kid\":\"key-1\"}"), Reason.MALFORMED),
                arguments("alg in lower case", withAlgorithm("rs256"), Reason.ALGORITHM),
                arguments("alg with a blank", withAlgorithm("RS256 "), Reason.ALGORITHM),
                arguments("alg RS384", withAlgorithm("RS384"), Reason.ALGORITHM),
                arguments("alg RS512", withAlgorithm("RS512"), Reason.ALGORITHM),
                arguments("alg PS256", withAlgorithm("PS256"), Reason.ALGORITHM),
                arguments("alg ES256", withAlgorithm("ES256"), Reason.ALGORITHM),
                arguments("alg EdDSA", withAlgorithm("EdDSA"), Reason.ALGORITHM),
                arguments("alg RSA-OAEP", withAlgorithm("RSA-OAEP"), Reason.ALGORITHM),
                arguments("HS256 with the public key (DER) as secret", hmac("HS256", publicKeyDer()), Reason.ALGORITHM),
                arguments("HS256 with the public key (PEM) as secret", hmac("HS256", publicKeyPem()), Reason.ALGORITHM),
                arguments(
                        "HS256 with the JWK set as secret",
                        hmac("HS256", utf8(TestKeys.jwks(TestKeys.FIRST))),
                        Reason.ALGORITHM),
                arguments("an HMAC that calls itself RS256", hmac("RS256", publicKeyDer()), Reason.SIGNATURE),
                arguments("typ JWE", headerWith("\"typ\":\"JWE\""), Reason.TYPE),
                arguments("typ at+jwt", headerWith("\"typ\":\"at+jwt\""), Reason.TYPE),
                arguments("typ empty", headerWith("\"typ\":\"\""), Reason.TYPE),
                arguments("typ a number", headerWith("\"typ\":1"), Reason.MALFORMED),
                arguments("typ null", headerWith("\"typ\":null"), Reason.MALFORMED),
                arguments("crit", headerWith("\"crit\":[\"exp\"],\"exp\":1"), Reason.CRITICAL_HEADER),
                arguments("crit empty", headerWith("\"crit\":[]"), Reason.CRITICAL_HEADER),
                arguments("crit null", headerWith("\"crit\":null"), Reason.CRITICAL_HEADER),
                arguments("crit not an array", headerWith("\"crit\":\"b64\""), Reason.CRITICAL_HEADER),
                arguments("b64 false", headerWith("\"b64\":false"), Reason.CRITICAL_HEADER),
                arguments("b64 false and crit", headerWith("\"b64\":false,\"crit\":[\"b64\"]"), Reason.CRITICAL_HEADER),
                arguments("b64 true", headerWith("\"b64\":true"), Reason.CRITICAL_HEADER));
    }

    private static Stream<Arguments> keysAndSignatures() {
        String token = TestTokens.of(ADA);
        String[] parts = token.split("\\.", -1);
        String claims = TestTokens.claims(ADA, EXP);
        String attackerJwk = TestKeys.SECOND.toPublicJWK().toJSONString();
        return Stream.of(
                arguments("kid absent", withHeader("{\"alg\":\"RS256\"}"), Reason.UNKNOWN_KEY),
                arguments("kid null", headerWithKeyId("null"), Reason.MALFORMED),
                arguments("kid empty", headerWithKeyId("\"\""), Reason.UNKNOWN_KEY),
                arguments("kid blank", headerWithKeyId("\"  \""), Reason.UNKNOWN_KEY),
                arguments("kid a number", headerWithKeyId("1"), Reason.MALFORMED),
                arguments("kid an object", headerWithKeyId("{\"a\":\"key-1\"}"), Reason.MALFORMED),
                arguments("kid an array", headerWithKeyId("[\"key-1\"]"), Reason.MALFORMED),
                arguments(
                        "kid of 5000 characters", headerWithKeyId("\"" + "k".repeat(5000) + "\""), Reason.UNKNOWN_KEY),
                arguments("kid unknown", headerWithKeyId("\"key-9\""), Reason.UNKNOWN_KEY),
                arguments("kid unknown: other case", headerWithKeyId("\"KEY-1\""), Reason.UNKNOWN_KEY),
                arguments("kid unknown: a path", headerWithKeyId("\"../../dev/null\""), Reason.UNKNOWN_KEY),
                arguments("kid unknown: an address", headerWithKeyId("\"https://evil.example/\""), Reason.UNKNOWN_KEY),
                arguments("kid unknown: SQL", headerWithKeyId("\"x' UNION SELECT 'a\""), Reason.UNKNOWN_KEY),
                arguments("kid unknown: with NUL", headerWithKeyId("\"key-1\\u0000\""), Reason.UNKNOWN_KEY),
                arguments("signed by another key", signed(HEADER, claims, TestKeys.SECOND), Reason.SIGNATURE),
                arguments(
                        "signed by the key in its jwk",
                        signed(
                                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jwk\":" + attackerJwk + "}",
                                claims,
                                TestKeys.SECOND),
                        Reason.SIGNATURE),
                arguments(
                        "kid unknown, and its jwk is the key",
                        signed(
                                "{\"alg\":\"RS256\",\"kid\":\"key-2\",\"jwk\":" + attackerJwk + "}",
                                claims,
                                TestKeys.SECOND),
                        Reason.UNKNOWN_KEY),
                arguments(
                        "jwk without kid",
                        signed("{\"alg\":\"RS256\",\"jwk\":" + attackerJwk + "}", claims, TestKeys.SECOND),
                        Reason.UNKNOWN_KEY),
                arguments(
                        "signed by another key with jku",
                        signed(
                                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jku\":\"http://127.0.0.1:1/jwks\"}",
                                claims,
                                TestKeys.SECOND),
                        Reason.SIGNATURE),
                arguments(
                        "signed by another key with x5u",
                        signed(
                                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"x5u\":\"file:///etc/passwd\"}",
                                claims,
                                TestKeys.SECOND),
                        Reason.SIGNATURE),
                arguments(
                        "signed by another key with x5c",
                        signed("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"x5c\":[\"MIIB\"]}", claims, TestKeys.SECOND),
                        Reason.SIGNATURE),
                arguments("a changed signature", flipped(token), Reason.SIGNATURE),
                arguments(
                        "another payload under the same signature",
                        parts[0] + "." + encode(TestTokens.claims("somebodyElse", EXP)) + "." + parts[2],
                        Reason.SIGNATURE),
                arguments(
                        "the header in another order under the same signature",
                        encode("{\"kid\":\"key-1\",\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + parts[1] + "."
                                + parts[2],
                        Reason.SIGNATURE));
    }

    private static Stream<Arguments> claims() {
        return Stream.of(
                arguments("aud absent", withClaims("{" + LIVES + "," + SUB + "}"), Reason.AUDIENCE),
                arguments("aud null", audience("null"), Reason.MALFORMED),
                arguments("aud empty", audience("[]"), Reason.AUDIENCE),
                arguments("aud an empty string", audience("\"\""), Reason.AUDIENCE),
                arguments("aud the origin alone", audience("\"https://shop.example\""), Reason.AUDIENCE),
                arguments("aud another app", audience("[\"zzZk2mWd9XaBcE4fGhJ1tYuP\"]"), Reason.AUDIENCE),
                arguments("aud starting with the app", audience("\"" + TestConfig.APP_ID + "x\""), Reason.AUDIENCE),
                arguments(
                        "aud in lower case",
                        audience("\"" + TestConfig.APP_ID.toLowerCase(java.util.Locale.ROOT) + "\""),
                        Reason.AUDIENCE),
                arguments("aud a number", audience("1"), Reason.MALFORMED),
                arguments("aud an object", audience("{\"a\":\"" + TestConfig.APP_ID + "\"}"), Reason.MALFORMED),
                arguments(
                        "aud with a number beside the app",
                        audience("[\"" + TestConfig.APP_ID + "\",1]"),
                        Reason.MALFORMED),
                arguments(
                        "aud with null beside the app",
                        audience("[\"" + TestConfig.APP_ID + "\",null]"),
                        Reason.MALFORMED),
                arguments(
                        "aud in an array in an array", audience("[[\"" + TestConfig.APP_ID + "\"]]"), Reason.MALFORMED),
                arguments("iss another", issuer("\"https://evil.example\""), Reason.ISSUER),
                arguments("iss another app", issuer("\"https://auth.passage.id/v1/apps/other\""), Reason.ISSUER),
                arguments(
                        "iss with a slash",
                        issuer("\"https://auth.passage.id/v1/apps/" + TestConfig.APP_ID + "/\""),
                        Reason.ISSUER),
                arguments("iss empty", issuer("\"\""), Reason.ISSUER),
                arguments("iss null", issuer("null"), Reason.MALFORMED),
                arguments("iss a number", issuer("1"), Reason.MALFORMED),
                arguments("iss an array", issuer("[\"" + TestConfig.APP_ID + "\"]"), Reason.MALFORMED),
                arguments("sub absent", claimsWith(LIVES), Reason.SUBJECT),
                arguments("sub null", subject("null"), Reason.MALFORMED),
                arguments("sub empty", subject("\"\""), Reason.SUBJECT),
                arguments("sub blank", subject("\" \""), Reason.SUBJECT),
                arguments("sub a number", subject("42"), Reason.MALFORMED),
                arguments("sub true", subject("true"), Reason.MALFORMED),
                arguments("sub an array", subject("[\"" + ADA + "\"]"), Reason.MALFORMED),
                arguments("sub an object", subject("{}"), Reason.MALFORMED),
                arguments("sub of 65 characters", subject("\"" + "u".repeat(65) + "\""), Reason.SUBJECT),
                arguments("sub with NUL", subject("\"" + ADA + "\\u0000\""), Reason.SUBJECT),
                arguments("sub with a line break", subject("\"" + ADA + "\\n\""), Reason.SUBJECT),
                arguments("sub with a lone surrogate", subject("\"\\ud800\""), Reason.SUBJECT),
                arguments("exp absent", claimsWith(SUB), Reason.EXPIRED),
                arguments("exp null", expiry("null"), Reason.MALFORMED),
                arguments("exp a string", expiry("\"" + EXP + "\""), Reason.MALFORMED),
                arguments("exp a date", expiry("\"2099-01-01T00:00:00Z\""), Reason.MALFORMED),
                arguments("exp true", expiry("true"), Reason.MALFORMED),
                arguments("exp an array", expiry("[" + EXP + "]"), Reason.MALFORMED),
                arguments("exp past", expiry(Long.toString(NOW.getEpochSecond() - 60)), Reason.EXPIRED),
                arguments("exp zero", expiry("0"), Reason.EXPIRED),
                arguments("exp minus zero", expiry("-0"), Reason.EXPIRED),
                arguments("exp negative", expiry("-1"), Reason.MALFORMED),
                arguments("exp in milliseconds", expiry(EXP + "000"), Reason.MALFORMED),
                arguments("exp after the year 9999", expiry("253402300800"), Reason.MALFORMED),
                arguments("exp of 2^63", expiry("9223372036854775808"), Reason.MALFORMED),
                arguments("exp of 2^64 + a good one", expiry("18446745837000000000"), Reason.MALFORMED),
                arguments("exp 1e400", expiry("1e400"), Reason.MALFORMED),
                arguments("exp 1e999999999", expiry("1e999999999"), Reason.MALFORMED),
                arguments("exp 1e-999999999", expiry("1e-999999999"), Reason.MALFORMED),
                arguments("exp 0e2147483647", expiry("0e2147483647"), Reason.MALFORMED),
                arguments("exp 1e99999999999", expiry("1e99999999999"), Reason.MALFORMED),
                arguments("exp with ten decimals", expiry(EXP + ".0000000001"), Reason.MALFORMED),
                arguments("nbf a string", claimsWith(LIVES + "," + SUB + ",\"nbf\":\"1\""), Reason.MALFORMED),
                arguments("nbf null", claimsWith(LIVES + "," + SUB + ",\"nbf\":null"), Reason.MALFORMED),
                arguments("nbf 1e999999999", claimsWith(LIVES + "," + SUB + ",\"nbf\":1e999999999"), Reason.MALFORMED),
                arguments("iat a string", claimsWith(LIVES + "," + SUB + ",\"iat\":\"1\""), Reason.MALFORMED),
                arguments(
                        "iat tomorrow",
                        claimsWith(LIVES + "," + SUB + ",\"iat\":" + (NOW.getEpochSecond() + 86400)),
                        Reason.NOT_YET_VALID),
                arguments(
                        "nbf tomorrow",
                        claimsWith(LIVES + "," + SUB + ",\"nbf\":" + (NOW.getEpochSecond() + 86400)),
                        Reason.NOT_YET_VALID));
    }

    private void assertRefused(String token, Reason reason) {
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> verifier.verify(token))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(ADA).doesNotContain("key-1"));
    }

    private static String claimsWith(String others) {
        return withClaims("{" + AUD + "," + others + "}");
    }

    private static String audience(String value) {
        return withClaims("{\"aud\":" + value + "," + LIVES + "," + SUB + "}");
    }

    private static String issuer(String value) {
        return claimsWith(LIVES + "," + SUB + ",\"iss\":" + value);
    }

    private static String subject(String value) {
        return claimsWith(LIVES + ",\"sub\":" + value);
    }

    private static String expiry(String value) {
        return claimsWith("\"exp\":" + value + "," + SUB);
    }

    private static String headerWith(String others) {
        return withHeader("{\"alg\":\"RS256\",\"kid\":\"key-1\"," + others + "}");
    }

    private static String headerWithKeyId(String value) {
        return withHeader("{\"alg\":\"RS256\",\"kid\":" + value + "}");
    }

    private static String withAlgorithm(String algorithm) {
        return withHeader("{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}");
    }

    private static String unsigned(String algorithm) {
        return encode("{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}") + "." + encode(TestTokens.claims(ADA, EXP))
                + ".";
    }

    private static String resigned(String header, String claims) {
        String input = header + "." + claims;
        return input + "." + encode(TestTokens.rs256(input, TestKeys.FIRST));
    }

    /** The same text, with the unused bits of its last character set. */
    private static String leftOverBits(String text) {
        String encoded = encode(text.getBytes(StandardCharsets.UTF_8).length % 3 == 0 ? text + " " : text);
        return encoded.substring(0, encoded.length() - 1) + next(encoded.charAt(encoded.length() - 1));
    }

    private static String leftOverBitsInSignature(String token) {
        return token.substring(0, token.length() - 1) + next(token.charAt(token.length() - 1));
    }

    private static char next(char letter) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(letter) + 1);
    }

    private static String flipped(String token) {
        int at = token.length() - 10;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private static String signatureWithTail(String token) {
        String input = token.substring(0, token.lastIndexOf('.'));
        byte[] signature = TestTokens.rs256(input, TestKeys.FIRST);
        return input + "." + encode(Arrays.copyOf(signature, signature.length + 4));
    }

    private static String hmac(String algorithm, byte[] secret) {
        String input =
                encode("{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}") + "." + encode(TestTokens.claims(ADA, EXP));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return input + "." + encode(mac.doFinal(utf8(input)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] publicKeyDer() {
        try {
            return TestKeys.FIRST.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] publicKeyPem() {
        return utf8("-----BEGIN PUBLIC KEY-----\n"
                + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKeyDer())
                + "\n-----END PUBLIC KEY-----\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
