package io.github.passage4j.server.webauthn;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** An unmodifiable sequence of bytes, compared by content in a time that does not depend on it. */
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies the bytes of an array. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /**
     * Reads base64url, padded or not.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Bytes ofBase64Url(String text) {
        return new Bytes(Base64.getUrlDecoder().decode(text));
    }

    /** Draws random bytes. */
    public static Bytes random(int length, SecureRandom random) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return new Bytes(content);
    }

    /** Copies the bytes into an array. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Writes unpadded base64url. */
    public String toBase64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    /** The SHA-256 of the bytes. */
    public Bytes sha256() {
        try {
            return new Bytes(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Number of bytes. */
    public int length() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && MessageDigest.isEqual(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Tells the length only, since the content may be a challenge. */
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
