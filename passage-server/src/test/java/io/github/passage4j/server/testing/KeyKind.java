package io.github.passage4j.server.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** The kinds of key that the software authenticator can make. */
public enum KeyKind {
    /** On offer. */
    ES256("EC", 256, "SHA256withECDSA"),
    /** On offer. */
    EDDSA("Ed25519", 255, "Ed25519"),
    /** On offer. */
    RS256("RSA", 2048, "SHA256withRSA"),
    /** Too short. */
    SHORT_RS256("RSA", 1024, "SHA256withRSA"),
    /** Not on offer. */
    ES384("EC", 384, "SHA384withECDSA");

    private final String generator;
    private final int size;
    private final String signature;

    KeyKind(String generator, int size, String signature) {
        this.generator = generator;
        this.size = size;
        this.signature = signature;
    }

    KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance(generator);
        if (this != EDDSA) {
            keys.initialize(size);
        }
        return keys.generateKeyPair();
    }

    String signatureAlgorithm() {
        return signature;
    }

    Cbor cose(PublicKey key) {
        return switch (this) {
            case ES256 -> elliptic(-7, 1, (ECPublicKey) key);
            case ES384 -> elliptic(-35, 2, (ECPublicKey) key);
            case RS256, SHORT_RS256 -> rsa((RSAPublicKey) key);
            case EDDSA -> edwards((EdECPublicKey) key);
        };
    }

    private Cbor elliptic(int algorithm, int curve, ECPublicKey key) {
        byte[] x = unsigned(key.getW().getAffineX(), size / 8);
        byte[] y = unsigned(key.getW().getAffineY(), size / 8);
        return Cbor.map(1, 2, 3, algorithm, -1, curve, -2, x, -3, y);
    }

    private static Cbor rsa(RSAPublicKey key) {
        byte[] n = unsigned(key.getModulus(), key.getModulus().bitLength() / 8);
        return Cbor.map(1, 3, 3, -257, -1, n, -2, new byte[] {1, 0, 1});
    }

    private static Cbor edwards(EdECPublicKey key) {
        byte[] y = unsigned(key.getPoint().getY(), 32);
        byte[] point = new byte[32];
        for (int i = 0; i < 32; i++) {
            point[i] = y[31 - i];
        }
        if (key.getPoint().isXOdd()) {
            point[31] |= (byte) 0x80;
        }
        return Cbor.map(1, 1, 3, -8, -1, 6, -2, point);
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] result = new byte[length];
        int from = Math.max(0, bytes.length - length);
        byte[] digits = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(digits, 0, result, length - digits.length, digits.length);
        return result;
    }
}
