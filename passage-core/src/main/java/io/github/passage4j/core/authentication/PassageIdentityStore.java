package io.github.passage4j.core.authentication;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.config.Secret;
import io.github.passage4j.core.token.InvalidTokenException;
import io.github.passage4j.core.token.TokenVerifier;
import io.github.passage4j.core.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * Turns a {@link TokenCredential} into a caller and its groups (Jakarta Security 3.0 §3). An app that adds an {@link IdentityStore} of its
 * own for {@code PROVIDE_GROUPS} gives further roles.
 */
@ApplicationScoped
public class PassageIdentityStore implements IdentityStore {

    private static final System.Logger LOG = System.getLogger(PassageIdentityStore.class.getName());

    private final TokenVerifier verifier;
    private final PassageConfig config;

    @Inject
    public PassageIdentityStore(TokenVerifier verifier, PassageConfig config) {
        this.verifier = verifier;
        this.config = config;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected PassageIdentityStore() {
        this.verifier = null;
        this.config = null;
    }

    /**
     * Judges the credential.
     *
     * @throws io.github.passage4j.core.token.KeysUnavailableException when the token can't be judged now
     */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof TokenCredential offered)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try {
            VerifiedToken token = verifier.verify(offered.token());
            return new CredentialValidationResult(
                    new PassageCallerPrincipal(token, new Secret(offered.token())), groups(token.subject()));
        } catch (InvalidTokenException e) {
            LOG.log(System.Logger.Level.INFO, "Token refused: {0}", e.reason());
            return CredentialValidationResult.INVALID_RESULT;
        }
    }

    private Set<String> groups(String passageId) {
        return config.admins().contains(passageId)
                ? Set.of(PassageRoles.USER, PassageRoles.ADMIN)
                : Set.of(PassageRoles.USER);
    }
}
