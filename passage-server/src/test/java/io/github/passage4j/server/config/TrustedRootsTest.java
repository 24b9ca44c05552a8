package io.github.passage4j.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.testing.TestMaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedRootsTest {

    private final Path directory;

    TrustedRootsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static String pem(TestMaker maker) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(maker.root().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void areAllCertificatesInThePemFilesOfTheDirectory(@TempDir Path keys) throws Exception {
        TestMaker one = new TestMaker(keys);
        TestMaker two = new TestMaker(keys);
        Files.writeString(directory.resolve("makers.pem"), pem(one) + pem(two));
        Files.writeString(directory.resolve("README"), "not a certificate");

        assertThat(TrustedRoots.in(directory).certificates()).containsExactly(one.root(), two.root());
    }

    @Test
    void areNoneWithoutADirectory() {
        assertThat(TrustedRoots.in(directory.resolve("none")).certificates()).isEmpty();
    }

    @Test
    void areNotReadFromAnythingElse() throws IOException {
        Files.writeString(directory.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TrustedRoots.in(directory))
                .withMessageContaining("passage.attestation.roots")
                .withMessageContaining("broken.pem");
    }
}
