package io.github.passage4j.server.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyEncryptionTest {

    private static final byte[] PLAIN = "private key".getBytes(StandardCharsets.UTF_8);

    private final KeyEncryption encryption = with(1);

    private static KeyEncryption with(int firstByte) {
        byte[] key = new byte[KeyEncryption.KEY_LENGTH];
        key[0] = (byte) firstByte;
        return new KeyEncryption(key, new SecureRandom());
    }

    @Test
    void givesBackWhatItTook() throws GeneralSecurityException {
        assertThat(encryption.decrypt(encryption.encrypt(PLAIN, "app/key"), "app/key"))
                .isEqualTo(PLAIN);
    }

    @Test
    void neverMakesTheSameTextTwice() throws GeneralSecurityException {
        assertThat(encryption.encrypt(PLAIN, "app/key")).isNotEqualTo(encryption.encrypt(PLAIN, "app/key"));
    }

    @Test
    void refusesAnotherPlace() throws GeneralSecurityException {
        String text = encryption.encrypt(PLAIN, "app/key");

        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> encryption.decrypt(text, "other/key"));
    }

    @Test
    void refusesAnotherKey() throws GeneralSecurityException {
        String text = encryption.encrypt(PLAIN, "app/key");

        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> with(2).decrypt(text, "app/key"));
    }

    @Test
    void refusesAChangedText() throws GeneralSecurityException {
        String text = encryption.encrypt(PLAIN, "app/key");
        String changed = (text.startsWith("A") ? "B" : "A") + text.substring(1);

        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> encryption.decrypt(changed, "app/key"));
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyEncryption(new byte[16], new SecureRandom()));
    }
}
