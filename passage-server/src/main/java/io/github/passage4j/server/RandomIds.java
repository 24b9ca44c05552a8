package io.github.passage4j.server;

import java.security.SecureRandom;

/** Makes the identifiers of Passage: 24 characters {@code [0-9A-Za-z]}, about 142 random bits. */
public final class RandomIds {

    /** Number of characters in an identifier. */
    public static final int LENGTH = 24;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private RandomIds() {}

    /** Returns a fresh identifier that nobody can guess. */
    public static String next(SecureRandom random) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** Spells bytes that nobody can foresee, at least as many as there are characters, as an identifier. */
    public static String spell(byte[] bytes) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(Byte.toUnsignedInt(bytes[i]) % ALPHABET.length()));
        }
        return id.toString();
    }

    /** Tells whether a text has the shape of an identifier. */
    public static boolean isId(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
