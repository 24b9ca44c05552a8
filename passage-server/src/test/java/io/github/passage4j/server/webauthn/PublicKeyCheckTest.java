package io.github.passage4j.server.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyCheckTest {

    private static void assertRefused(Reason reason, COSEKey key) {
        assertThatExceptionOfType(CeremonyException.class)
                .isThrownBy(() -> PublicKeyCheck.check(key))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Nested
    class Es256 {

        private final EC2COSEKey good;

        Es256() throws NoSuchAlgorithmException {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            good = EC2COSEKey.create((ECPublicKey) keys.generateKeyPair().getPublic(), COSEAlgorithmIdentifier.ES256);
        }

        private EC2COSEKey key(COSEAlgorithmIdentifier algorithm, Curve curve, byte[] x, byte[] y) {
            return new EC2COSEKey(null, algorithm, null, curve, x, y);
        }

        @Test
        void isGood() {
            assertThat(PublicKeyCheck.check(good)).isEqualTo(good);
        }

        @Test
        void isOnTheCurve() {
            byte[] other = good.getY();
            other[31] ^= 1;

            assertRefused(Reason.KEY_UNUSABLE, key(COSEAlgorithmIdentifier.ES256, Curve.SECP256R1, good.getX(), other));
            assertRefused(
                    Reason.KEY_UNUSABLE,
                    key(COSEAlgorithmIdentifier.ES256, Curve.SECP256R1, new byte[32], new byte[32]));
        }

        @Test
        void hasCoordinatesOf32Bytes() {
            assertRefused(
                    Reason.KEY_UNUSABLE,
                    key(COSEAlgorithmIdentifier.ES256, Curve.SECP256R1, new byte[] {1}, new byte[] {1}));
        }

        @Test
        void isOnP256() {
            assertRefused(
                    Reason.KEY_UNUSABLE, key(COSEAlgorithmIdentifier.ES256, Curve.SECP384R1, good.getX(), good.getY()));
        }

        @Test
        void isForNoOtherAlgorithm() {
            assertRefused(
                    Reason.KEY_UNUSABLE, key(COSEAlgorithmIdentifier.RS256, Curve.SECP256R1, good.getX(), good.getY()));
        }

        @Test
        void isNotTheSecretPart() {
            assertRefused(
                    Reason.KEY_UNUSABLE,
                    new EC2COSEKey(null, COSEAlgorithmIdentifier.ES256, null, Curve.SECP256R1, new byte[32]));
        }
    }

    @Nested
    class EdDsa {

        private EdDSACOSEKey key(byte[] point) {
            return new EdDSACOSEKey(null, COSEAlgorithmIdentifier.EdDSA, null, Curve.ED25519, point, null);
        }

        @Test
        void isGood() throws NoSuchAlgorithmException {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
            for (int i = 0; i < 50; i++) {
                EdDSACOSEKey good = EdDSACOSEKey.create(
                        (EdECPublicKey) keys.generateKeyPair().getPublic());
                assertThat(PublicKeyCheck.check(good)).isEqualTo(good);
            }
        }

        @Test
        void has32Bytes() {
            assertRefused(Reason.KEY_UNUSABLE, key(new byte[] {1}));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0200000000000000000000000000000000000000000000000000000000000000",
                    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                    "0100000000000000000000000000000000000000000000000000000000000080"
                })
        void isOnTheCurve(String point) {
            assertRefused(Reason.KEY_UNUSABLE, key(HexFormat.of().parseHex(point)));
        }
    }

    @Nested
    class Rs256 {

        private final byte[] modulus = filled(256, 0xc5);

        private byte[] filled(int length, int value) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) value);
            return bytes;
        }

        private RSACOSEKey key(byte[] n, byte[] e) {
            return new RSACOSEKey(null, COSEAlgorithmIdentifier.RS256, null, n, e);
        }

        @Test
        void isGood() {
            RSACOSEKey good = key(modulus, new byte[] {1, 0, 1});

            assertThat(PublicKeyCheck.check(good)).isEqualTo(good);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 2, 65_536})
        void hasAnExponentThatIsOddAndNotOne(long exponent) {
            assertRefused(
                    Reason.KEY_UNUSABLE,
                    key(modulus, BigInteger.valueOf(exponent).toByteArray()));
        }

        @Test
        void hasAnExponentThatIsNotHuge() {
            assertRefused(Reason.KEY_UNUSABLE, key(modulus, filled(257, 0xff)));
        }

        @Test
        void hasAnOddModulus() {
            assertRefused(Reason.KEY_UNUSABLE, key(filled(256, 0xc4), new byte[] {1, 0, 1}));
        }

        @Test
        void hasAModulusOf2048To8192Bits() {
            assertRefused(Reason.KEY_TOO_WEAK, key(filled(255, 0xc5), new byte[] {1, 0, 1}));
            assertRefused(Reason.KEY_UNUSABLE, key(filled(1025, 0xc5), new byte[] {1, 0, 1}));
        }

        @Test
        void isForNoOtherAlgorithm() {
            assertRefused(
                    Reason.KEY_UNUSABLE,
                    new RSACOSEKey(null, COSEAlgorithmIdentifier.ES256, null, modulus, new byte[] {1, 0, 1}));
        }
    }
}
