package io.github.passage4j.server.credential;

import io.github.passage4j.server.webauthn.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The passkeys of all users. Changes to a credential that was found inside a transaction are stored with it. */
public interface Credentials {

    /**
     * Stores a new credential.
     *
     * @throws CredentialExistsException when its credential id is there already, in whichever account
     */
    void add(Credential credential);

    /** Finds a credential of an app by its credential id. */
    Optional<Credential> find(String appId, Bytes credentialId);

    /**
     * Passage id of the owner of a credential of an app. Whoever goes on to change the credential locks the owner first, and
     * then finds it: so nobody waits in a circle.
     */
    Optional<String> ownerOf(String appId, Bytes credentialId);

    /** Removes a credential that was found in this transaction. */
    void remove(Credential credential);

    /** The credentials that a user can sign in with, oldest first: those whose public key is known. */
    List<Credential> ofUser(String userId);

    /** The credentials of a user, oldest first, also those that came from elsewhere without their public keys. */
    List<Credential> knownOf(String userId);

    /** The same of several users at once, by user and then oldest first; none when there are no users. */
    List<Credential> knownOf(Collection<String> userIds);

    /** One credential that a user can sign in with, by the id of the device. */
    default Optional<Credential> ofUser(String userId, String deviceId) {
        return ofUser(userId).stream()
                .filter(credential -> credential.id().equals(deviceId))
                .findFirst();
    }
}
