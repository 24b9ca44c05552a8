package io.github.passage4j.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.jwks.KeyRing;
import io.github.passage4j.server.jwks.SigningKeys;
import io.github.passage4j.server.jwks.TestSigningKeys;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.token.InvalidTokenException.Reason;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final String USER = "u5RnV8sLq2KdT0yHb7MwXc3e";
    private static final String ISSUER = "https://passage.example/passage/auth/v1/apps/" + Samples.APP_ID;

    private final MutableClock clock = new MutableClock();
    private final App app = Samples.app();
    private final SigningKeys keys;
    private final TokenIssuer issuer;
    private final TokenVerifier verifier;

    TokenTest(@TempDir Path directory) {
        ServerConfig config = Samples.config(directory);
        keys = TestSigningKeys.with(app.id(), config, clock);
        issuer = new TokenIssuer(keys, config, clock);
        verifier = new TokenVerifier(keys, config, clock);
    }

    private String issue() {
        return issuer.issue(app, USER);
    }

    @Nested
    class Issued {

        @Test
        void hasTheHeaderOfTheContract() throws ParseException {
            JWSHeader header = SignedJWT.parse(issue()).getHeader();

            assertThat(header.toJSONObject())
                    .containsOnlyKeys("alg", "kid", "typ")
                    .containsEntry("alg", "RS256")
                    .containsEntry("typ", "JWT")
                    .containsEntry("kid", keys.ring(app.id()).currentId());
        }

        @Test
        void hasTheClaimsOfTheContractAndNoMore() throws ParseException {
            long now = clock.instant().getEpochSecond();

            assertThat(SignedJWT.parse(issue()).getPayload().toJSONObject())
                    .containsOnlyKeys("aud", "exp", "iat", "iss", "nbf", "sub")
                    .containsEntry("aud", List.of("https://shop.example", Samples.APP_ID))
                    .containsEntry("iss", ISSUER)
                    .containsEntry("sub", USER)
                    .containsEntry("iat", now)
                    .containsEntry("nbf", now - 5)
                    .containsEntry("exp", now + 600);
        }

        @Test
        void namesTheSignInThatItCameOf() throws ParseException {
            String token = issuer.issue(app, USER, "f5RnV8sLq2KdT0yHb7MwXc3e");

            assertThat(SignedJWT.parse(token).getPayload().toJSONObject())
                    .containsOnlyKeys("aud", "exp", "iat", "iss", "nbf", "sid", "sub");
            assertThat(verifier.verify(app, token).signInId()).contains("f5RnV8sLq2KdT0yHb7MwXc3e");
            assertThat(verifier.verify(app, issue()).signInId()).isEmpty();
        }
    }

    @Nested
    class Verified {

        @Test
        void namesTheUser() {
            assertThat(verifier.verify(app, issue()).subject()).isEqualTo(USER);
        }

        @Test
        void isGoodUntilItEnds() {
            String token = issue();

            clock.advance(Duration.ofSeconds(599));
            assertThat(verifier.verify(app, token).subject()).isEqualTo(USER);

            clock.advance(Duration.ofSeconds(1));
            assertRefused(Reason.EXPIRED, token);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9..", "{}"})
        void isNotGarbage(String token) {
            assertRefused(Reason.MALFORMED, token);
        }

        @Test
        void hasOneSpelling() {
            String token = issue();
            char last = token.charAt(token.length() - 1);
            String loose = token.substring(0, token.length() - 1) + (char) (last + 1);

            assertRefused(Reason.MALFORMED, token + "=");
            assertRefused(Reason.MALFORMED, token + " ");
            assertRefused(Reason.MALFORMED, token.replaceFirst("[.]", "!."));
            assertRefused(Reason.MALFORMED, loose);
        }

        @Test
        void isSigned() {
            assertRefused(Reason.MALFORMED, new PlainJWT(claims(c -> c)).serialize());
        }

        @Test
        void isNotSignedWithASharedSecret() throws JOSEException {
            JWSHeader header = header(JWSAlgorithm.HS256);

            assertRefused(Reason.ALGORITHM, sign(header, claims(c -> c), new MACSigner(new byte[64])));
        }

        @Test
        void isNotSignedWithAnotherRsaAlgorithm() throws JOSEException {
            assertRefused(Reason.ALGORITHM, sign(header(JWSAlgorithm.PS256), claims(c -> c), own()));
        }

        @Test
        void isOfTypeJwt() throws JOSEException {
            JWSHeader header = new JWSHeader.Builder(header(JWSAlgorithm.RS256))
                    .type(new JOSEObjectType("at+jwt"))
                    .build();

            assertRefused(Reason.ALGORITHM, sign(header, claims(c -> c), own()));
        }

        @Test
        void isSignedWithAKeyOfTheApp() throws JOSEException {
            JWSHeader header = new JWSHeader.Builder(header(JWSAlgorithm.RS256))
                    .keyID("aaaaaaaaaaaaaaaaaaaaaaaa")
                    .build();

            assertRefused(Reason.UNKNOWN_KEY, sign(header, claims(c -> c), own()));
        }

        @Test
        void hasTheSignatureOfThatKey() throws JOSEException, NoSuchAlgorithmException {
            JWSSigner foreign = new RSASSASigner(
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());

            assertRefused(Reason.SIGNATURE, sign(header(JWSAlgorithm.RS256), claims(c -> c), foreign));
        }

        @Test
        void isOfThisIssuer() throws JOSEException {
            assertRefused(Reason.ISSUER, own(claims(c -> c.issuer("https://evil.example"))));
        }

        @Test
        void isForThisApp() throws JOSEException {
            assertRefused(Reason.AUDIENCE, own(claims(c -> c.audience("https://shop.example"))));
        }

        @Test
        void hasAnEnd() throws JOSEException {
            assertRefused(Reason.EXPIRED, own(claims(c -> c.expirationTime(null))));
        }

        @Test
        void hasBegun() throws JOSEException {
            Date later = Date.from(clock.instant().plusSeconds(60));

            assertRefused(Reason.NOT_YET_VALID, own(claims(c -> c.notBeforeTime(later))));
        }

        @Test
        void namesASignInByText() throws JOSEException {
            assertRefused(Reason.MALFORMED, own(claims(c -> c.claim("sid", 7))));
        }

        @Test
        void namesSomebody() throws JOSEException {
            assertRefused(Reason.SUBJECT, own(claims(c -> c.subject(" "))));
            assertRefused(Reason.SUBJECT, own(claims(c -> c.subject(null))));
        }

        private void assertRefused(Reason reason, String token) {
            assertThatExceptionOfType(InvalidTokenException.class)
                    .isThrownBy(() -> verifier.verify(app, token))
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
        }

        private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
            Instant now = clock.instant();
            return change.apply(new JWTClaimsSet.Builder()
                            .audience(Samples.APP_ID)
                            .issuer(ISSUER)
                            .subject(USER)
                            .expirationTime(Date.from(now.plusSeconds(60))))
                    .build();
        }

        private JWSHeader header(JWSAlgorithm algorithm) {
            return new JWSHeader.Builder(algorithm)
                    .type(JOSEObjectType.JWT)
                    .keyID(ring().currentId())
                    .build();
        }

        private String own(JWTClaimsSet claims) throws JOSEException {
            return sign(header(JWSAlgorithm.RS256), claims, own());
        }

        private JWSSigner own() {
            return new RSASSASigner(ring().currentKey());
        }

        private KeyRing ring() {
            return keys.ring(app.id());
        }

        private String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        }
    }
}
