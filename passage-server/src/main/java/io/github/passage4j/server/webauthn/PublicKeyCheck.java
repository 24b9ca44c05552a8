package io.github.passage4j.server.webauthn;

import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses keys that nobody could sign in with, and RSA keys that can be broken (WebAuthn L3 §5.8.5, RFC 9053 §7, RFC 8230 §4).
 * Of the others it leaves what verifies signatures, and nothing else that came along.
 */
final class PublicKeyCheck {

    private static final int SMALLEST_RSA_BITS = 2048;
    private static final int LARGEST_RSA_BYTES = 1024;
    private static final int LARGEST_EXPONENT_BYTES = 8;
    private static final int COORDINATE_BYTES = 32;

    private PublicKeyCheck() {}

    /**
     * Checks a key.
     *
     * @return algorithm and public parameters of the key
     */
    static COSEKey check(COSEKey key) {
        if (key instanceof EC2COSEKey elliptic) {
            return elliptic(elliptic);
        }
        if (key instanceof EdDSACOSEKey edwards) {
            return edwards(edwards);
        }
        if (key instanceof RSACOSEKey rsa) {
            return rsa(rsa);
        }
        throw new CeremonyException(Reason.KEY_UNUSABLE);
    }

    private static COSEKey elliptic(EC2COSEKey key) {
        COSEAlgorithmIdentifier algorithm = require(key, PublicKeyAlgorithm.ES256);
        require(key.getCurve() == Curve.SECP256R1);
        byte[] x = coordinate(key.getX());
        byte[] y = coordinate(key.getY());
        require(CurvePoints.isOnP256(new BigInteger(1, x), new BigInteger(1, y)));
        return new EC2COSEKey(null, algorithm, null, Curve.SECP256R1, x, y);
    }

    private static COSEKey edwards(EdDSACOSEKey key) {
        COSEAlgorithmIdentifier algorithm = require(key, PublicKeyAlgorithm.EDDSA);
        require(key.getCurve() == Curve.ED25519);
        byte[] point = coordinate(key.getX());
        require(CurvePoints.isOnEd25519(point));
        return new EdDSACOSEKey(null, algorithm, null, Curve.ED25519, point, null);
    }

    private static COSEKey rsa(RSACOSEKey key) {
        COSEAlgorithmIdentifier algorithm = require(key, PublicKeyAlgorithm.RS256);
        byte[] modulus = atMost(LARGEST_RSA_BYTES, key.getN());
        byte[] exponent = atMost(LARGEST_EXPONENT_BYTES, key.getE());
        BigInteger n = new BigInteger(1, modulus);
        BigInteger e = new BigInteger(1, exponent);
        if (n.bitLength() < SMALLEST_RSA_BITS) {
            throw new CeremonyException(Reason.KEY_TOO_WEAK, SMALLEST_RSA_BITS, n.bitLength());
        }
        require(n.testBit(0) && e.testBit(0) && !e.equals(BigInteger.ONE));
        return new RSACOSEKey(null, algorithm, null, modulus, exponent);
    }

    /** Each algorithm has its type of key: a signature is judged by the one, and the key is read by the other. */
    private static COSEAlgorithmIdentifier require(COSEKey key, PublicKeyAlgorithm wanted) {
        COSEAlgorithmIdentifier expected = COSEAlgorithmIdentifier.create(wanted.cose());
        require(expected.equals(key.getAlgorithm()));
        return expected;
    }

    private static byte[] coordinate(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length != COORDINATE_BYTES) {
            throw new CeremonyException(Reason.KEY_UNUSABLE);
        }
        return bytes;
    }

    private static byte[] atMost(int longest, byte @Nullable [] bytes) {
        if (bytes == null || bytes.length > longest) {
            throw new CeremonyException(Reason.KEY_UNUSABLE);
        }
        return bytes;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new CeremonyException(Reason.KEY_UNUSABLE);
        }
    }
}
