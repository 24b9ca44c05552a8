package io.github.passage4j.server.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.TestDatabase;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.webauthn.AttestationPolicy;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.Challenge;
import io.github.passage4j.server.webauthn.Expectation;
import io.github.passage4j.server.webauthn.VerifiedRegistration;
import io.github.passage4j.server.webauthn.WebAuthn4JRelyingParty;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaCredentialsTest {

    private static final String ADA = "u5RnV8sLq2KdT0yHb7MwXc3e";
    private static final String EVE = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void addUsers() {
        EntityManager entities = database.begin();
        entities.persist(Samples.app());
        entities.persist(new User(ADA, Samples.APP_ID, EmailAddress.parse("ada@example.org"), null, Samples.NOW));
        entities.persist(new User(EVE, Samples.APP_ID, EmailAddress.parse("eve@example.org"), null, Samples.NOW));
        entities.getTransaction().commit();
        entities.close();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private <T> T inTransaction(Function<Credentials, T> action) {
        EntityManager entities = database.begin();
        try {
            T result = action.apply(new JpaCredentials(entities));
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private Credential add(String userId, SoftwareAuthenticator authenticator) {
        Challenge challenge = Challenge.random(new SecureRandom());
        VerifiedRegistration registration = new WebAuthn4JRelyingParty()
                .verifyRegistration(
                        authenticator.register(challenge),
                        new Expectation(
                                challenge, Samples.ORIGIN.value(), Samples.ORIGIN.host(), AttestationPolicy.NONE));
        Credential credential = new Credential(
                RandomIds.next(new SecureRandom()), Samples.APP_ID, userId, registration, "Chrome", Samples.NOW);
        return inTransaction(credentials -> {
            credentials.add(credential);
            return credential;
        });
    }

    @Test
    void keepsEverythingOfACredential() {
        SoftwareAuthenticator authenticator = Samples.authenticator().withCounter(4_294_967_295L);
        Credential credential = add(ADA, authenticator);

        Credential found = inTransaction(credentials -> credentials.find(Samples.APP_ID, authenticator.credentialId()))
                .orElseThrow();

        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(credential);
        assertThat(found.toRecord()).isEqualTo(credential.toRecord());
        assertThat(found.toRecord().signCount()).isEqualTo(4_294_967_295L);
    }

    @Test
    void keepsTheLongestCredentialIds() {
        byte[] longest = Bytes.random(1023, new SecureRandom()).toArray();

        add(ADA, Samples.authenticator().withCredentialId(longest));

        boolean found = inTransaction(credentials ->
                credentials.find(Samples.APP_ID, Bytes.of(longest)).isPresent());
        assertThat(found).isTrue();
    }

    @Test
    void tellsTheOwnerOfACredential() {
        SoftwareAuthenticator authenticator = Samples.authenticator();
        add(ADA, authenticator);

        assertThat(ownerIn(Samples.APP_ID, authenticator)).contains(ADA);
        assertThat(ownerIn(EVE, authenticator)).isEmpty();
        assertThat(ownerIn(Samples.APP_ID, Samples.authenticator())).isEmpty();
    }

    private Optional<String> ownerIn(String appId, SoftwareAuthenticator authenticator) {
        return inTransaction(credentials -> credentials.ownerOf(appId, authenticator.credentialId()));
    }

    @Test
    void findsNothingInAnotherApp() {
        SoftwareAuthenticator authenticator = Samples.authenticator();
        add(ADA, authenticator);

        boolean found = inTransaction(credentials ->
                credentials.find(EVE, authenticator.credentialId()).isPresent());
        assertThat(found).isFalse();
    }

    @Test
    void refusesACredentialIdThatAnotherAccountHas() {
        SoftwareAuthenticator authenticator = Samples.authenticator();
        add(ADA, authenticator);

        assertThatExceptionOfType(CredentialExistsException.class).isThrownBy(() -> add(EVE, authenticator));
    }

    @Test
    void listsThoseOfAUser() {
        Credential first = add(ADA, Samples.authenticator());
        Credential second = add(ADA, Samples.authenticator());
        add(EVE, Samples.authenticator());

        Iterable<Credential> found = inTransaction(credentials -> credentials.ofUser(ADA));

        assertThat(found).containsExactlyInAnyOrder(first, second);
    }
}
