package io.github.passage4j.server.webauthn;

import com.webauthn4j.data.attestation.authenticator.Curve;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;

/** Tells whether points are on a curve. Only for public keys: the time that it takes depends on the point. */
final class CurvePoints {

    private static final ECParameterSpec P256 = (ECParameterSpec) Curve.SECP256R1.getParameterSpec();

    private static final int ED25519_SIGN_BIT = 255;

    /** RFC 8032 §5.1: 2^255 - 19. */
    private static final BigInteger ED25519_PRIME =
            BigInteger.ONE.shiftLeft(ED25519_SIGN_BIT).subtract(BigInteger.valueOf(19));

    /** RFC 8032 §5.1: -121665/121666. */
    private static final BigInteger ED25519_D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(ED25519_PRIME))
            .mod(ED25519_PRIME);

    private CurvePoints() {}

    /** Whether y² = x³ + ax + b on P-256 (NIST SP 800-186 §3.2.1.3). */
    static boolean isOnP256(BigInteger x, BigInteger y) {
        BigInteger prime = ((ECFieldFp) P256.getCurve().getField()).getP();
        BigInteger right = x.pow(2)
                .add(P256.getCurve().getA())
                .multiply(x)
                .add(P256.getCurve().getB());
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.pow(2).subtract(right).mod(prime).signum() == 0;
    }

    /**
     * Whether a point on Ed25519 can be decoded (RFC 8032 §5.1.3).
     *
     * @param encoded 32 bytes: y, and the lowest bit of x in front
     */
    static boolean isOnEd25519(byte[] encoded) {
        BigInteger number = new BigInteger(1, reversed(encoded));
        boolean isXOdd = number.testBit(ED25519_SIGN_BIT);
        BigInteger y = number.clearBit(ED25519_SIGN_BIT);
        if (y.compareTo(ED25519_PRIME) >= 0) {
            return false;
        }
        BigInteger ySquare = y.pow(2);
        BigInteger divisor = ED25519_D.multiply(ySquare).add(BigInteger.ONE).modInverse(ED25519_PRIME);
        BigInteger xSquare = ySquare.subtract(BigInteger.ONE).multiply(divisor).mod(ED25519_PRIME);
        return xSquare.signum() == 0 ? !isXOdd : isSquare(xSquare);
    }

    /** Euler's criterion. */
    private static boolean isSquare(BigInteger number) {
        BigInteger half = ED25519_PRIME.shiftRight(1);
        return number.modPow(half, ED25519_PRIME).equals(BigInteger.ONE);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = bytes[bytes.length - 1 - i];
        }
        return result;
    }
}
