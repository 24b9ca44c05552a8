package io.github.passage4j.server.token;

import io.github.passage4j.server.RandomIds;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The text of a refresh token, which only its holder has: {@code rt_}, the handle of its family, a dot and 256 bits that
 * nobody can guess. Id of the family is a hash of the handle: auth tokens carry the id, and whoever reads one can't say
 * which refresh token belongs to it, let alone end it.
 */
final class RefreshSecret {

    private static final Pattern FORM = Pattern.compile("rt_([0-9A-Za-z]{24})\\.([0-9A-Za-z_-]{43})");
    private static final int BYTES = 32;
    private static final int ID_LENGTH = 24;
    private static final String MAC = "HmacSHA256";

    private final String handle;
    private final String text;

    private RefreshSecret(String handle, String text) {
        this.handle = handle;
        this.text = text;
    }

    /** The first token of a new family. */
    static RefreshSecret first(SecureRandom random) {
        return of(RandomIds.next(random), randomText(random));
    }

    /** Reads a token; empty when it has not the form of one. */
    static Optional<RefreshSecret> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new RefreshSecret(matcher.group(1), matcher.group()));
    }

    /** 256 random bits in base64url. */
    static String randomText(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64Url(bytes);
    }

    /**
     * The token that follows this one. It takes both to know it: this token, which the server does not keep, and the
     * salt, which its holder does not get. So whoever repeats a call gets the same successor, and a stolen database holds
     * no token.
     */
    RefreshSecret successor(String salt) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), MAC));
            return of(handle, base64Url(mac.doFinal(salt.getBytes(StandardCharsets.US_ASCII))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /** Id of the family that the token belongs to, if there is one: 24 characters of base64url. */
    String familyId() {
        return sha256(handle).substring(0, ID_LENGTH);
    }

    /** The token as clients send it. */
    String reveal() {
        return text;
    }

    /** What the server keeps: the SHA-256 in base64url. */
    String hash() {
        return sha256(text);
    }

    private static String sha256(String text) {
        try {
            return base64Url(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Says nothing: it is a secret. */
    @Override
    public String toString() {
        return "RefreshSecret[***]";
    }

    private static RefreshSecret of(String handle, String secret) {
        return new RefreshSecret(handle, "rt_" + handle + "." + secret);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
