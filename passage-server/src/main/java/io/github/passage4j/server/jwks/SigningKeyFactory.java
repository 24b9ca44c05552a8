package io.github.passage4j.server.jwks;

import io.github.passage4j.server.RandomIds;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes signing keys and opens stored ones. */
final class SigningKeyFactory {

    private static final int KEY_BITS = 2048;

    private final KeyEncryption encryption;
    private final SecureRandom random;

    SigningKeyFactory(KeyEncryption encryption, SecureRandom random) {
        this.encryption = encryption;
        this.random = random;
    }

    SigningKey create(String appId, SigningKey.State state, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS, random);
            KeyPair pair = generator.generateKeyPair();
            String id = RandomIds.next(random);
            return new SigningKey(
                    id,
                    appId,
                    state,
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(pair.getPublic().getEncoded()),
                    encryption.encrypt(pair.getPrivate().getEncoded(), place(appId, id)),
                    now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't make a signing key", e);
        }
    }

    KeyRing ring(List<SigningKey> keys) {
        SigningKey current = keys.stream()
                .filter(key -> key.state() == SigningKey.State.CURRENT)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the app has no current signing key"));
        List<SigningKey> used = keys.stream()
                .filter(key -> key.state() != SigningKey.State.NEXT)
                .toList();
        return new KeyRing(current.id(), privateKey(current), publicKeys(keys), publicKeys(used));
    }

    private static Map<String, RSAPublicKey> publicKeys(List<SigningKey> keys) {
        return keys.stream().collect(Collectors.toMap(SigningKey::id, SigningKeyFactory::publicKey));
    }

    private static RSAPublicKey publicKey(SigningKey key) {
        try {
            byte[] encoded = Base64.getUrlDecoder().decode(key.publicKey());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("public key " + key.id() + " is damaged", e);
        }
    }

    private RSAPrivateKey privateKey(SigningKey key) {
        try {
            byte[] encoded = encryption.decrypt(key.encryptedPrivateKey(), place(key.appId(), key.id()));
            return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "signing key " + key.id() + " can't be decrypted: server.key is not the one that encrypted it", e);
        }
    }

    private static String place(String appId, String id) {
        return appId + "/" + id;
    }
}
