package io.github.passage4j.server.jwks;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.ServerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What verifiers of tokens ask for: the public keys and where they are. Both may be cached for a minute. */
@Path("apps/{app}/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JwksResource {

    private static final int MAX_AGE_SECONDS = 60;

    private SigningKeys keys;
    private ServerConfig config;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JwksResource() {}

    /** Makes the resource. */
    @Inject
    public JwksResource(SigningKeys keys, ServerConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** The public keys of an app. */
    @GET
    @Path("jwks.json")
    public Response jwks(@PathParam("app") App app) {
        return cached(keys.ring(app.id()).toJwks());
    }

    /** Where the issuer's things are (OpenID Connect Discovery, the three members that Passage has). */
    @GET
    @Path("openid-configuration")
    public Response discovery(@PathParam("app") App app) {
        String issuer = config.issuer(app.id());
        return cached(new Discovery(app.authOrigin() + app.loginUrl(), issuer, issuer + "/.well-known/jwks.json"));
    }

    private static Response cached(Object body) {
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + MAX_AGE_SECONDS)
                .build();
    }

    /** The discovery document. */
    public record Discovery(String authorizationEndpoint, String issuer, String jwksUri) {}
}
