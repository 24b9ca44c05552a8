package io.github.passage4j.core.authentication;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageSessions;
import io.github.passage4j.core.management.RefreshedTokens;
import io.github.passage4j.core.token.InvalidTokenException;
import io.github.passage4j.core.token.TokenVerifier;
import io.github.passage4j.core.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a browser signed in: when its auth token is over, the refresh cookie gets it another one, within the same request.
 *
 * <pre>
 *   no auth cookie, or an expired one; a refresh cookie; no Authorization header
 *          │
 *          ▼  POST /tokens          one exchange, however many requests come with the same cookie
 *       Passage ──refused──► both cookies are forgotten, the request goes on as it came
 *          │   └─no answer──► protected: challenge (unavailable), the cookies stay; the same when Passage has refused too many
 *          │                  of this address ({@link RenewalLimit})
 *          ▼
 *       both cookies are set anew, the new auth token is judged like any other
 * </pre>
 *
 * <p>Only archives that say so renew: {@code passage.session.renewal=true}. An API leaves it off; whoever sends a token in a header keeps
 * it fresh on their own. Thread-safe.
 */
@ApplicationScoped
public class SessionRenewal {

    private static final System.Logger LOG = System.getLogger(SessionRenewal.class.getName());

    /** A request that was under way with the old cookie while another one renewed it gets the same tokens for so long. */
    private static final Duration SHARED = Duration.ofSeconds(10);

    /** What images, styles and scripts are good for needs no session; {@code empty} is a script's own request. */
    private static final Set<String> DESTINATIONS = Set.of("document", "empty");

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404);

    private final BrowserSession session;
    private final RefreshCookie refreshCookie;
    private final PassageSessions sessions;
    private final TokenVerifier verifier;
    private final RenewalLimit limit;
    private final Clock clock;
    private final boolean enabled;
    private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();

    @Inject
    public SessionRenewal(
            BrowserSession session,
            RefreshCookie refreshCookie,
            PassageSessions sessions,
            TokenVerifier verifier,
            RenewalLimit limit,
            @PassageClock Clock clock,
            @ConfigProperty(name = "passage.session.renewal", defaultValue = "false") boolean enabled) {
        this.session = session;
        this.refreshCookie = refreshCookie;
        this.sessions = sessions;
        this.verifier = verifier;
        this.limit = limit;
        this.clock = clock;
        this.enabled = enabled;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected SessionRenewal() {
        this.session = null;
        this.refreshCookie = null;
        this.sessions = null;
        this.verifier = null;
        this.limit = null;
        this.clock = null;
        this.enabled = false;
    }

    /**
     * The new auth token of a request whose own is over; empty when there is nothing to renew, or Passage refuses.
     *
     * @throws PassageApiException when Passage can't be asked now
     * @throws io.github.passage4j.core.token.KeysUnavailableException when the new token can't be judged now
     * @throws RenewalLimitException when Passage is not asked now, for it has refused too many refresh tokens of this address
     */
    Optional<TokenCredential> renew(
            HttpServletRequest request, HttpServletResponse response, Optional<TokenCredential> offered) {
        return enabled && request.getHeader("Authorization") == null && needsSession(request)
                ? refreshCookie
                        .in(request)
                        .filter(token -> offered.map(this::isExpired).orElse(true))
                        .flatMap(token -> renew(request, response, token))
                : Optional.empty();
    }

    private static boolean needsSession(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        return destination == null || DESTINATIONS.contains(destination);
    }

    private boolean isExpired(TokenCredential offered) {
        try {
            verifier.verify(offered.token());
            return false;
        } catch (InvalidTokenException e) {
            return e.reason() == InvalidTokenException.Reason.EXPIRED;
        }
    }

    private Optional<TokenCredential> renew(
            HttpServletRequest request, HttpServletResponse response, String refreshToken) {
        try {
            RefreshedTokens tokens = exchange(request, refreshToken);
            return Optional.of(accept(response, tokens));
        } catch (PassageApiException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            LOG.log(System.Logger.Level.INFO, "A session has ended: Passage answered {0}", e.status());
        } catch (InvalidTokenException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Passage renewed a session with a token that is refused: {0}",
                    e.reason());
        }
        session.forget(response);
        return Optional.empty();
    }

    /** The refresh token goes first: it must not be lost when the auth token can't be judged now. */
    private TokenCredential accept(HttpServletResponse response, RefreshedTokens tokens) {
        if (tokens.refreshToken() != null) {
            refreshCookie.set(response, tokens.refreshToken().reveal(), tokens.refreshLife());
        }
        String authToken = tokens.authToken().reveal();
        VerifiedToken verified = verifier.verify(authToken);
        session.extend(response, authToken, verified.expiry());
        return new TokenCredential(authToken);
    }

    private RefreshedTokens exchange(HttpServletRequest request, String refreshToken) {
        Instant now = clock.instant();
        exchanges.values().removeIf(exchange -> exchange.isOver(now));
        Exchange mine = new Exchange(new CompletableFuture<>(), now);
        Exchange first = exchanges.putIfAbsent(refreshToken, mine);
        if (first != null) {
            return first.result();
        }
        try {
            limit.check(request);
            RefreshedTokens tokens = sessions.refresh(refreshToken);
            mine.tokens().complete(tokens);
            return tokens;
        } catch (RuntimeException | Error e) {
            if (e instanceof PassageApiException refusal && isRefusal(refusal)) {
                limit.countRefusal(request); // and it stays: whoever repeats it is refused without another call
            } else {
                exchanges.remove(refreshToken, mine);
            }
            mine.tokens().completeExceptionally(e);
            throw e;
        }
    }

    private static boolean isRefusal(PassageApiException failure) {
        return REFUSALS.contains(failure.status());
    }

    /** One call to Passage that several requests wait for. */
    private record Exchange(CompletableFuture<RefreshedTokens> tokens, Instant startedAt) {

        boolean isOver(Instant now) {
            return tokens.isDone() && startedAt.plus(SHARED).isBefore(now);
        }

        RefreshedTokens result() {
            try {
                return tokens.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    }
}
