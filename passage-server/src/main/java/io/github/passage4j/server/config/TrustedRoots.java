package io.github.passage4j.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates of authenticator makers that attestation may lead to: all that is in {@code *.pem} of a directory.
 *
 * @param certificates none without such files
 */
public record TrustedRoots(List<X509Certificate> certificates) {

    private static final String SETTING = "passage.attestation.roots";

    /** Keeps its own copy. */
    public TrustedRoots {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a directory; there need not be one.
     *
     * @throws ConfigurationException when a file can't be read, or is no certificate
     */
    static TrustedRoots in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return new TrustedRoots(List.of());
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(".pem")).sorted().forEach(file -> read(file, certificates));
        } catch (IOException e) {
            throw new ConfigurationException(SETTING, "can't read " + directory, e);
        }
        return new TrustedRoots(certificates);
    }

    private static void read(Path file, List<X509Certificate> certificates) {
        try (InputStream in = Files.newInputStream(file)) {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(certificate -> certificates.add((X509Certificate) certificate));
        } catch (IOException | CertificateException e) {
            throw new ConfigurationException(SETTING, "can't read certificates from " + file, e);
        }
    }
}
