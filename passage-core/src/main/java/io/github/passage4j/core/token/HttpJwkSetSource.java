package io.github.passage4j.core.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.passage4j.core.http.BoundedHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One fetch of a JWK set: bounded in time and size, following no redirect. */
final class HttpJwkSetSource implements JWKSetSource<SecurityContext> {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofMillis(1300);
    private static final int MAX_BYTES = 256 * 1024;

    private final URI address;
    private final BoundedHttp http = new BoundedHttp(CONNECT_TIMEOUT, DEADLINE, MAX_BYTES);
    private volatile boolean delivered;

    HttpJwkSetSource(URI address) {
        this.address = address;
    }

    /** Whether at least one fetch brought a set. */
    boolean hasDelivered() {
        return delivered;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        HttpResponse<String> response = fetch();
        if (response.statusCode() != 200) {
            throw new JWKSetUnavailableException("the key set was answered with status " + response.statusCode());
        }
        try {
            JWKSet keys = JWKSet.parse(response.body()).toPublicJWKSet();
            delivered = true;
            return keys;
        } catch (ParseException e) {
            // Counted as "away", so that the last good set stays in use
            throw new JWKSetUnavailableException(
                    "the answer is not a JWK set", new JWKSetParseException("not a JWK set", e));
        }
    }

    private HttpResponse<String> fetch() throws JWKSetUnavailableException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        try {
            return http.send(request);
        } catch (IOException e) {
            throw new JWKSetUnavailableException("the key set can't be fetched: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        // Nothing to release: the client's threads end with it
    }
}
