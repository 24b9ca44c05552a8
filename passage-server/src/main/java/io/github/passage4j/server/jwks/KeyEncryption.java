package io.github.passage4j.server.jwks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a fresh nonce of 12 bytes in front of each text, bound to the place that the text belongs to. */
final class KeyEncryption {

    /** Length of the key, in bytes. */
    static final int KEY_LENGTH = 32;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;

    KeyEncryption(byte[] key, SecureRandom random) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("key: must have " + KEY_LENGTH + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /**
     * Encrypts.
     *
     * @param place what the text belongs to; it can't be decrypted as that of another place
     */
    String encrypt(byte[] plain, String place) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
        byte[] all = ByteBuffer.allocate(NONCE_LENGTH + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * Decrypts.
     *
     * @throws GeneralSecurityException when key, place or text are not those of the encryption
     */
    byte[] decrypt(String text, String place) throws GeneralSecurityException {
        byte[] all = Base64.getUrlDecoder().decode(text);
        byte[] nonce = Arrays.copyOf(all, NONCE_LENGTH);
        return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(all, NONCE_LENGTH, all.length - NONCE_LENGTH);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
