package io.github.passage4j.core.authentication;

import io.github.passage4j.core.token.TokenVerifier;
import io.github.passage4j.core.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Authenticates a request, or a mere token, by hand: for filters, WebSocket handshakes, messages, and apps that came from another Passage
 * SDK. A resource that the container protects needs none of this ({@link PassageAuthenticationMechanism}).
 *
 * <pre>{@code
 * @Inject PassageAuthenticator authenticator;
 * …
 * String passageId = authenticator.authenticate(request, TokenSource.COOKIE)
 *         .map(VerifiedToken::subject)
 *         .orElseThrow(NotAuthorizedException::new);
 * }</pre>
 *
 * <p>Logs nobody in: the request's principal stays what it was. Thread-safe.
 */
@ApplicationScoped
public class PassageAuthenticator {

    private final TokenVerifier verifier;

    @Inject
    public PassageAuthenticator(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected PassageAuthenticator() {
        this.verifier = null;
    }

    /**
     * Authenticates by the header, else by the cookie.
     *
     * @see #authenticate(HttpServletRequest, TokenSource)
     */
    public Optional<VerifiedToken> authenticate(HttpServletRequest request) {
        return authenticate(request, TokenSource.HEADER_THEN_COOKIE);
    }

    /**
     * Checks the token that the request carries there.
     *
     * @return what the token says; empty when the request carries none
     * @throws io.github.passage4j.core.token.InvalidTokenException when it carries one that is refused, or two that name different users
     * @throws io.github.passage4j.core.token.KeysUnavailableException when the token can't be judged now
     */
    public Optional<VerifiedToken> authenticate(HttpServletRequest request, TokenSource source) {
        Optional<String> header =
                source == TokenSource.COOKIE ? Optional.empty() : token(OfferedToken.fromHeader(request));
        Optional<String> cookie =
                source == TokenSource.HEADER ? Optional.empty() : token(OfferedToken.fromCookie(request));
        return header.isPresent()
                ? header.map(token -> verifier.verify(token, cookie.orElse(token)))
                : cookie.map(verifier::verify);
    }

    private static Optional<String> token(Optional<TokenCredential> offered) {
        return offered.map(TokenCredential::token);
    }

    /**
     * Checks a token in JWS compact serialization.
     *
     * @throws IllegalArgumentException when it is blank
     * @throws io.github.passage4j.core.token.InvalidTokenException when it is refused
     * @throws io.github.passage4j.core.token.KeysUnavailableException when it can't be judged now
     */
    public VerifiedToken validate(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("token is required");
        }
        return verifier.verify(token);
    }
}
