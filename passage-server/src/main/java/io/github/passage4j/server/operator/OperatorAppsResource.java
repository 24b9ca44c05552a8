package io.github.passage4j.server.operator;

import io.github.passage4j.server.apps.ApiKey;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.Apps;
import io.github.passage4j.server.apps.ManagedAppInfo;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.jwks.KeyRotation;
import io.github.passage4j.server.jwks.KeyView;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /operator/v1/apps}: apps with their API keys and signing keys, for the command line. */
@Path("apps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OperatorAppsResource {

    private ServerConfig config;
    private Apps apps;
    private OperatorApps operator;
    private KeyRotation rotation;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OperatorAppsResource() {}

    /** Makes the resource. */
    @Inject
    public OperatorAppsResource(ServerConfig config, Apps apps, OperatorApps operator, KeyRotation rotation) {
        this.config = config;
        this.apps = apps;
        this.operator = operator;
        this.rotation = rotation;
    }

    /** All apps, oldest first. */
    @GET
    public AppList list() {
        return new AppList(apps.all().stream().map(ManagedAppInfo::of).toList());
    }

    /** Makes an app: 201. */
    @POST
    public Response create(AppSettings settings) {
        return created(new ManagedAppInfo.Answer(ManagedAppInfo.of(operator.create(settings))));
    }

    /** The app that the server's own settings name. */
    @GET
    @Path("default")
    public ManagedAppInfo.Answer showDefault() {
        return show(config.appId());
    }

    /** One app, as it is stored now. */
    @GET
    @Path("{app}")
    public ManagedAppInfo.Answer show(@PathParam("app") String id) {
        App app =
                apps.find(id).orElseThrow(() -> new PassageException(ErrorCode.APP_NOT_FOUND, "There is no such app."));
        return new ManagedAppInfo.Answer(ManagedAppInfo.of(app));
    }

    /** Changes what is given. */
    @PATCH
    @Path("{app}")
    public ManagedAppInfo.Answer update(@PathParam("app") String app, AppSettings settings) {
        return new ManagedAppInfo.Answer(ManagedAppInfo.of(operator.update(app, settings)));
    }

    /** The app's API keys, without the keys themselves. */
    @GET
    @Path("{app}/api-keys")
    public ApiKeys apiKeys(@PathParam("app") App app) {
        return new ApiKeys(apps.keys(app.id()).stream()
                .map(key -> ApiKeyView.of(key, null))
                .toList());
    }

    /** Makes an API key: 201, the one answer that has the key. */
    @POST
    @Path("{app}/api-keys")
    public Response createApiKey(@PathParam("app") App app, ApiKeyCommand command) {
        OperatorApps.NewKey made = operator.createKey(app, command.name());
        return created(new ApiKeyAnswer(ApiKeyView.of(made.stored(), made.key())));
    }

    /** Ends an API key. */
    @DELETE
    @Path("{app}/api-keys/{key}")
    public Response revokeApiKey(@PathParam("app") App app, @PathParam("key") String key) {
        operator.revokeKey(app, key);
        return Response.ok().build();
    }

    /** The app's signing keys, newest first. */
    @GET
    @Path("{app}/signing-keys")
    public SigningKeyList signingKeys(@PathParam("app") App app) {
        return new SigningKeyList(rotation.list(app), null);
    }

    /** Publishes the next signing key; with {@code now} replaces all keys at once. */
    @POST
    @Path("{app}/signing-keys/rotate")
    public SigningKeyList rotate(@PathParam("app") App app, RotateCommand command) {
        if (Boolean.TRUE.equals(command.now())) {
            rotation.replaceNow(app);
            return new SigningKeyList(rotation.list(app), null);
        }
        Instant signsFrom = rotation.begin(app);
        return new SigningKeyList(rotation.list(app), signsFrom);
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }

    /** The answer around apps. */
    public record AppList(List<ManagedAppInfo> apps) {}

    /** The answer around API keys. */
    public record ApiKeys(List<ApiKeyView> apiKeys) {}

    /** The answer around one API key. */
    public record ApiKeyAnswer(ApiKeyView apiKey) {}

    /** What names an API key. */
    public record ApiKeyCommand(@Nullable String name) {}

    /** How to rotate. */
    public record RotateCommand(@Nullable Boolean now) {}

    /**
     * The answer around signing keys.
     *
     * @param nextSignsFrom when the next key begins to sign; absent unless it was asked for
     */
    public record SigningKeyList(
            List<KeyView> signingKeys, @Nullable Instant nextSignsFrom) {}

    /**
     * An API key.
     *
     * @param key the key itself; absent but when it was just made
     */
    public record ApiKeyView(
            String id,
            String name,
            Instant createdAt,
            @Nullable String key) {

        private static ApiKeyView of(ApiKey stored, @Nullable String key) {
            return new ApiKeyView(stored.id(), stored.name(), stored.createdAt(), key);
        }
    }
}
