package io.github.passage4j.core.authentication;

import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.token.KeysUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Authenticates each request by its Passage auth token (Jakarta Security 3.0 §2).
 *
 * <pre>
 *   request ── token? ──no──────────────► open resource: go on   protected: challenge (anonymous)
 *                │yes
 *                ▼
 *          identity store ──refused─────► open resource: go on   protected: challenge (refused)
 *                │      └──no keys──────► open resource: go on   protected: challenge (unavailable)
 *                ▼
 *          caller with groups ──► go on, logged in for this request
 * </pre>
 *
 * <p>No session is made: every request proves itself. Where {@link SessionRenewal} is on, a browser whose token is over gets another one
 * first.
 */
@ApplicationScoped
public class PassageAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final System.Logger LOG = System.getLogger(PassageAuthenticationMechanism.class.getName());

    private static final Duration RENEWAL_RETRY = Duration.ofSeconds(5);

    private final IdentityStoreHandler identityStores;
    private final AuthenticationChallenge challenge;
    private final SessionRenewal renewal;

    @Inject
    public PassageAuthenticationMechanism(
            IdentityStoreHandler identityStores, AuthenticationChallenge challenge, SessionRenewal renewal) {
        this.identityStores = identityStores;
        this.challenge = challenge;
        this.renewal = renewal;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected PassageAuthenticationMechanism() {
        this.identityStores = null;
        this.challenge = null;
        this.renewal = null;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            Optional<TokenCredential> brought = OfferedToken.in(request);
            Optional<TokenCredential> offered =
                    renewal.renew(request, response, brought).or(() -> brought);
            if (offered.isEmpty()) {
                return unlessOpen(context, () -> challenge.anonymous(request, response));
            }
            CredentialValidationResult result = identityStores.validate(offered.get());
            return result.getStatus() == CredentialValidationResult.Status.VALID && !contradicted(request, result)
                    ? context.notifyContainerAboutLogin(result)
                    : unlessOpen(context, () -> challenge.refused(request, response));
        } catch (KeysUnavailableException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
            return unlessOpen(context, () -> challenge.unavailable(request, response, e.retryAfter()));
        } catch (RenewalLimitException e) {
            LOG.log(System.Logger.Level.INFO, e.getMessage());
            return unlessOpen(context, () -> challenge.unavailable(request, response, e.retryAfter()));
        } catch (PassageApiException e) {
            LOG.log(System.Logger.Level.WARNING, "A session can''t be renewed now: Passage answered {0}", e.status());
            return unlessOpen(context, () -> challenge.unavailable(request, response, RENEWAL_RETRY));
        }
    }

    /** A valid header beside a valid cookie of somebody else: nobody can tell whose request that is. */
    private boolean contradicted(HttpServletRequest request, CredentialValidationResult result) {
        if (request.getHeader("Authorization") == null) {
            return false;
        }
        return OfferedToken.fromCookie(request)
                .map(identityStores::validate)
                .filter(cookie -> cookie.getStatus() == CredentialValidationResult.Status.VALID)
                .filter(cookie -> !cookie.getCallerPrincipal()
                        .getName()
                        .equals(result.getCallerPrincipal().getName()))
                .isPresent();
    }

    private static AuthenticationStatus unlessOpen(HttpMessageContext context, Answer answer)
            throws AuthenticationException {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        try {
            answer.write();
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException | ServletException e) {
            throw new AuthenticationException("The challenge could not be answered", e);
        }
    }

    @FunctionalInterface
    private interface Answer {
        void write() throws IOException, ServletException;
    }
}
