package io.github.passage4j.core.token;

import java.util.concurrent.CompletableFuture;

/** Where the issuer publishes its keys. */
@FunctionalInterface
interface JwksEndpoint {

    /**
     * Asks for the keys once. Returns at once; the answer comes later, and in bounded time.
     *
     * @return the keys, or the failure when the issuer gave no JWK set
     */
    CompletableFuture<PublishedKeys> fetch();
}
