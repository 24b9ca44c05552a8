package io.github.passage4j.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.token.InvalidTokenException.Reason;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is offered: one kind of refusal, and no token but the genuine one. */
class TokenVerifierPropertiesTest {

    private static final String GENUINE = TestTokens.of(TestTokens.ADA);
    private static final String CLAIMS = TestTokens.claims(TestTokens.ADA, TestTokens.NOW.getEpochSecond() + 600);

    private final TokenVerifier verifier = new TokenVerifier(
            new CountingKeys(TestKeys.FIRST), TestConfig.standard(), new MovableClock(TestTokens.NOW));

    @Property
    void anyTextIsRefused(@ForAll String text) {
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(text));
    }

    @Property
    void anyThreePartsAreRefused(@ForAll byte[] header, @ForAll byte[] claims, @ForAll byte[] signature) {
        String token = TestTokens.encode(header) + "." + TestTokens.encode(claims) + "." + TestTokens.encode(signature);

        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(token));
    }

    @Property
    void anyHeaderAndClaimsInTheFormOfJsonAreRefusedUnlessSigned(
            @ForAll("json") String header, @ForAll("json") String claims) {
        String token = TestTokens.encode(header) + "." + TestTokens.encode(claims) + ".AAAA";

        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(token));
    }

    @Property(tries = 200)
    void anyJsonThatIsSignedIsRefusedByItsClaims(@ForAll("json") String claims) {
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> verifier.verify(TestTokens.withClaims(claims)))
                .satisfies(e -> assertThat(e.reason()).isNotIn(Set.of(Reason.SIGNATURE, Reason.UNKNOWN_KEY)));
    }

    @Property
    void theGenuineTokenWithOneLetterChangedIsRefused(
            @ForAll @IntRange(min = 0, max = 10_000) int position, @ForAll("letters") char letter) {
        int at = position % GENUINE.length();
        String changed = GENUINE.substring(0, at) + letter + GENUINE.substring(at + 1);
        if (changed.equals(GENUINE)) {
            return;
        }

        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(changed));
    }

    @Property
    void theGenuineTokenCutShortIsRefused(@ForAll @IntRange(min = 0, max = 10_000) int length) {
        String cut = GENUINE.substring(0, length % GENUINE.length());

        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(cut));
    }

    @Property(tries = 100)
    void theGenuineClaimsUnderAnyOtherAlgorithmAreRefused(
            @ForAll("letters") char letter, @ForAll @IntRange(max = 999) int bits) {
        String algorithm = letter + "S" + bits;
        if (algorithm.equals("RS256")) {
            return;
        }
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}";

        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> verifier.verify(TestTokens.signed(header, CLAIMS)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ALGORITHM));
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().alpha();
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> words = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"",
                "\\",
                "\\u0000",
                "\"alg\"",
                "\"RS256\"",
                "\"kid\"",
                "\"key-1\"",
                "\"aud\"",
                "\"exp\"",
                "\"sub\"",
                "\"crit\"",
                "null",
                "true",
                "1",
                "-1",
                "1e9",
                "1e999999999",
                "0.1",
                " ",
                "\uFEFF",
                "\uD800");
        return words.list().ofMaxSize(40).map(parts -> "{" + String.join("", parts) + "}");
    }
}
