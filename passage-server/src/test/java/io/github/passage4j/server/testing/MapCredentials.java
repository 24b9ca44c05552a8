package io.github.passage4j.server.testing;

import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.CredentialExistsException;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.webauthn.Bytes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The passkeys, in memory. */
public final class MapCredentials implements Credentials {

    private final Map<String, Credential> byCredentialId = new ConcurrentHashMap<>();

    @Override
    public void add(Credential credential) {
        if (byCredentialId.putIfAbsent(credential.credentialId(), credential) != null) {
            throw new CredentialExistsException();
        }
    }

    @Override
    public Optional<Credential> find(String appId, Bytes credentialId) {
        return Optional.ofNullable(byCredentialId.get(credentialId.toBase64Url()))
                .filter(credential -> credential.appId().equals(appId));
    }

    @Override
    public Optional<String> ownerOf(String appId, Bytes credentialId) {
        return find(appId, credentialId).map(Credential::userId);
    }

    @Override
    public void remove(Credential credential) {
        byCredentialId.remove(credential.credentialId());
    }

    @Override
    public List<Credential> ofUser(String userId) {
        return knownOf(userId).stream().filter(Credential::hasPublicKey).toList();
    }

    @Override
    public List<Credential> knownOf(String userId) {
        return byCredentialId.values().stream()
                .filter(credential -> credential.userId().equals(userId))
                .sorted(Comparator.comparing(Credential::createdAt).thenComparing(Credential::id))
                .toList();
    }

    @Override
    public List<Credential> knownOf(Collection<String> userIds) {
        return userIds.stream()
                .sorted()
                .flatMap(userId -> knownOf(userId).stream())
                .toList();
    }
}
