package io.github.passage4j.server.operator;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.config.DataDirectory;
import io.github.passage4j.server.config.ServerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** The key of the command line, 48 characters in the owner-only file {@code operator.key}, which is made where there is none. */
@ApplicationScoped
public class OperatorKey {

    private static final String FILE = "operator.key";

    private ServerConfig config;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OperatorKey() {}

    /** Makes the service. */
    @Inject
    public OperatorKey(ServerConfig config, SecureRandom random) {
        this.config = config;
        this.random = random;
    }

    /** Makes sure that there is a key. */
    public void ensure() {
        key();
    }

    /** Tells, in a time that does not depend on the guess, whether this is the key. */
    public boolean opensWith(String guess) {
        return MessageDigest.isEqual(guess.getBytes(StandardCharsets.UTF_8), key().getBytes(StandardCharsets.UTF_8));
    }

    private String key() {
        return DataDirectory.open(config.dataDirectory())
                .update(FILE, present -> present.filter(text -> !text.isBlank())
                        .orElseGet(() -> RandomIds.next(random) + RandomIds.next(random) + "\n"))
                .strip();
    }
}
