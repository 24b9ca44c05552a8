package io.github.passage4j.core.management;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.config.PassageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users over HTTP. Thread-safe. */
@ApplicationScoped
public class HttpPassageUsers implements PassageUsers {

    private final ManagementApi api;
    private final UserCache cache;

    @Inject
    public HttpPassageUsers(ManagementApi api, @PassageClock Clock clock) {
        this.api = api;
        this.cache = new UserCache(clock);
    }

    /** Outside a container: without retries and circuit breaker. */
    public HttpPassageUsers(PassageConfig config) {
        this(new ManagementApi(config), Clock.systemUTC());
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected HttpPassageUsers() {
        this.api = null;
        this.cache = null;
    }

    @Override
    public PassageUser get(String passageId) {
        String path = path(passageId);
        return cache.get(passageId, () -> user(read(path)));
    }

    @Override
    public PassageUser getByIdentifier(String identifier) {
        if (identifier.isBlank()) {
            throw new IllegalArgumentException("identifier is required");
        }
        String wanted = identifier.toLowerCase(Locale.ROOT);
        return wanted.startsWith("<") || wanted.contains(">")
                ? nobody() // Passage would take it for an operator, and no identifier looks like that
                : get(page(query(wanted), 1).users().stream()
                        .findFirst()
                        .map(PassageUser::id)
                        .orElseGet(() -> nobody().id()));
    }

    private static UserQuery query(String identifier) {
        return UserQuery.all()
                .where(UserQuery.Field.IDENTIFIER, UserQuery.Operator.EQUALS, identifier)
                .inPagesOf(1);
    }

    private static PassageUser nobody() {
        throw new PassageApiException(404, "user_not_found", "There is no user with that identifier", null, null);
    }

    @Override
    public Stream<PassageUser> list(UserQuery query) {
        return Stream.of(query)
                .flatMap(first -> Stream.iterate(page(first, 1), Objects::nonNull, page -> next(first, page)))
                .flatMap(page -> page.users().stream());
    }

    private @Nullable UserPage next(UserQuery query, UserPage page) {
        return page.isLast() ? null : page(query.createdBefore(page.createdBefore()), page.number() + 1);
    }

    @Override
    public UserPage page(UserQuery query, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("number must be 1 or more, but is " + number);
        }
        return UserPage.from(read("/users" + query.toQueryString(number)), query, number);
    }

    @Override
    public PassageUser create(UserFields fields) {
        if (!fields.isIdentified()) {
            throw new IllegalArgumentException("email or phone is required");
        }
        return user(change("POST", "/users", fields.toJson()));
    }

    @Override
    public PassageUser update(String passageId, UserFields fields) {
        return changed("PATCH", passageId, "", fields.toJson());
    }

    @Override
    public PassageUser activate(String passageId) {
        return changed("PATCH", passageId, "/activate", null);
    }

    @Override
    public PassageUser deactivate(String passageId) {
        return changed("PATCH", passageId, "/deactivate", null);
    }

    @Override
    public void delete(String passageId) {
        remove(passageId, "");
    }

    @Override
    public List<Device> listDevices(String passageId) {
        return Wire.objects(read(path(passageId) + "/devices"), "devices", Device::from);
    }

    @Override
    public void revokeDevice(String passageId, String deviceId) {
        remove(passageId, "/devices/" + PassageCalls.segment("deviceId", deviceId));
    }

    @Override
    public void revokeRefreshTokens(String passageId) {
        remove(passageId, "/tokens");
    }

    private PassageUser changed(String method, String passageId, String action, @Nullable JsonObject body) {
        try {
            return user(change(method, path(passageId) + action, body));
        } finally {
            cache.forget(passageId);
        }
    }

    private void remove(String passageId, String what) {
        try {
            change("DELETE", path(passageId) + what, null);
        } finally {
            cache.forget(passageId);
        }
    }

    private JsonObject read(String path) {
        return PassageCalls.call(() -> api.read(path));
    }

    private JsonObject change(String method, String path, @Nullable JsonObject body) {
        return PassageCalls.call(() -> api.change(method, path, body));
    }

    private static PassageUser user(JsonObject answer) {
        return PassageUser.from(ManagementAnswer.member(answer, "user"));
    }

    private static String path(String passageId) {
        return "/users/" + PassageCalls.segment("passageId", passageId);
    }
}
