package io.github.passage4j.server.operator;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.ApiKey;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.Apps;
import io.github.passage4j.server.jwks.SigningKeys;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes and changes apps and their API keys. Each call is one transaction. */
@ApplicationScoped
@Transactional(rollbackOn = PassageException.class)
public class OperatorApps {

    private static final Pattern KEY_NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._ -]{0,63}");

    private Apps apps;
    private SigningKeys keys;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OperatorApps() {}

    /** Makes the service. */
    @Inject
    public OperatorApps(Apps apps, SigningKeys keys, Clock clock, SecureRandom random) {
        this.apps = apps;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes an app, with a key to sign its tokens.
     *
     * @throws PassageException 400 with the name of what is wrong
     */
    public App create(AppSettings settings) {
        App app = settings.create(random, clock.instant());
        apps.add(app);
        keys.ensure(app.id());
        return app;
    }

    /**
     * Changes an app, all of it or nothing.
     *
     * @throws PassageException 400 with the name of what is wrong, 404 for an unknown app
     */
    public App update(String appId, AppSettings settings) {
        App app = apps.find(appId)
                .orElseThrow(() -> new PassageException(ErrorCode.APP_NOT_FOUND, "There is no such app."));
        settings.apply(app, random, clock.instant());
        return app;
    }

    /**
     * Makes an API key. Only its hash is kept, so this is the one time that it can be read.
     *
     * @throws PassageException 400 for a bad name, or one that another key of the app has
     */
    public NewKey createKey(App app, @Nullable String name) {
        if (name == null || !KEY_NAME.matcher(name).matches()) {
            throw PassageException.invalid("name", "must have 1 to 64 letters, digits, dots, blanks, - or _");
        }
        String key = RandomIds.next(random) + RandomIds.next(random);
        ApiKey stored = new ApiKey(RandomIds.next(random), app.id(), name, key, clock.instant());
        apps.add(stored);
        return new NewKey(stored, key);
    }

    /**
     * Ends an API key at once.
     *
     * @throws PassageException 404 when the app has no such key
     */
    public void revokeKey(App app, String id) {
        apps.remove(apps.keys(app.id()).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PassageException(ErrorCode.API_KEY_NOT_FOUND, "There is no such API key.")));
    }

    /** A new API key, and the key itself. */
    public record NewKey(ApiKey stored, String key) {

        /** Tells nothing of the key. */
        @Override
        public String toString() {
            return "NewKey[***]";
        }
    }
}
