package io.github.passage4j.benchmarks;

import io.github.passage4j.core.authentication.BearerChallenge;
import io.github.passage4j.core.authentication.BrowserSession;
import io.github.passage4j.core.authentication.PassageAuthenticationMechanism;
import io.github.passage4j.core.authentication.PassageIdentityStore;
import io.github.passage4j.core.authentication.RefreshCookie;
import io.github.passage4j.core.authentication.RenewalLimit;
import io.github.passage4j.core.authentication.SessionCookie;
import io.github.passage4j.core.authentication.SessionRenewal;
import io.github.passage4j.core.limits.TrustedProxies;
import io.github.passage4j.core.management.PassageSessions;
import io.github.passage4j.core.token.TokenVerifier;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the authentication mechanism adds to a request whose token is remembered, and to one without token. The container's part is left out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MechanismBenchmark {

    private final PassageAuthenticationMechanism mechanism;
    private final HttpMessageContext context;
    private final HttpServletResponse response;
    private final String token;

    /** Puts the mechanism together as the container does. */
    public MechanismBenchmark() {
        Issuer issuer = new Issuer();
        token = issuer.token("u5RnV8sLq2KdT0yHb7MwXc3e");
        TokenVerifier verifier = new TokenVerifier(issuer.keys(), Issuer.config(), Clock.systemUTC());
        PassageIdentityStore store = new PassageIdentityStore(verifier, Issuer.config());
        IdentityStoreHandler stores = new IdentityStoreHandler() {
            @Override
            public CredentialValidationResult validate(Credential credential) {
                return store.validate(credential);
            }
        };
        mechanism = new PassageAuthenticationMechanism(stores, new BearerChallenge(), noRenewal(verifier));
        context = new OpenResource();
        response = unused(HttpServletResponse.class);
    }

    /** As in an API. */
    private static SessionRenewal noRenewal(TokenVerifier verifier) {
        RefreshCookie refresh = new RefreshCookie(Issuer.config());
        PassageSessions sessions = unused(PassageSessions.class);
        BrowserSession session =
                new BrowserSession(new SessionCookie(Issuer.config(), Clock.systemUTC()), refresh, sessions);
        RenewalLimit limit = new RenewalLimit("off", new TrustedProxies(Optional.empty()), Clock.systemUTC());
        return new SessionRenewal(session, refresh, sessions, verifier, limit, Clock.systemUTC(), false);
    }

    @Benchmark
    public AuthenticationStatus header() throws AuthenticationException {
        return mechanism.validateRequest(new Request(List.of("Bearer " + token), new Cookie[0]), response, context);
    }

    @Benchmark
    public AuthenticationStatus cookie() throws AuthenticationException {
        Cookie[] cookies = {new Cookie("psg_auth_token", new String(token))};
        return mechanism.validateRequest(new Request(List.of(), cookies), response, context);
    }

    @Benchmark
    public AuthenticationStatus anonymous() throws AuthenticationException {
        return mechanism.validateRequest(new Request(List.of(), new Cookie[0]), response, context);
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static final class Request extends HttpServletRequestWrapper {

        private static final HttpServletRequest NONE = unused(HttpServletRequest.class);

        private final List<String> authorization;
        private final Cookie[] cookies;

        Request(List<String> authorization, Cookie[] cookies) {
            super(NONE);
            this.authorization = authorization;
            this.cookies = cookies;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Collections.enumeration(authorization);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return authorization.isEmpty() ? null : authorization.get(0);
        }

        @Override
        public Cookie[] getCookies() {
            return cookies;
        }
    }

    private static final class OpenResource extends HttpMessageContextWrapper {

        OpenResource() {
            super(unused(HttpMessageContext.class));
        }

        @Override
        public boolean isProtected() {
            return false;
        }

        @Override
        public AuthenticationStatus doNothing() {
            return AuthenticationStatus.NOT_DONE;
        }

        @Override
        public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult result) {
            return AuthenticationStatus.SUCCESS;
        }
    }
}
