package io.github.passage4j.server.webauthn;

import com.webauthn4j.anchor.TrustAnchorRepository;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The roots that attestation may lead to: each is trusted for every model. */
final class AttestationRoots implements TrustAnchorRepository {

    private final Set<TrustAnchor> anchors;

    AttestationRoots(Collection<X509Certificate> roots) {
        anchors = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<TrustAnchor> find(AAGUID aaguid) {
        return anchors;
    }

    @Override
    public Set<TrustAnchor> find(byte[] attestationCertificateKeyIdentifier) {
        return anchors;
    }
}
