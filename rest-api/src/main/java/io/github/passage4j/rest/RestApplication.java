package io.github.passage4j.rest;

import io.github.passage4j.core.authentication.PassageRoles;
import io.github.passage4j.core.authentication.SessionCookie;
import io.github.passage4j.rest.openapi.ApiDescription;
import io.github.passage4j.rest.problem.Problem;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JAX-RS application of the whole archive, and what its description says of all routes. */
@ApplicationPath("/")
@DeclareRoles({PassageRoles.USER, PassageRoles.ADMIN})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Passage4J app",
                        version = "1",
                        description =
                                "The app's own row of each Passage user. Every error is a problem detail (RFC 9457).",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "Where this description comes from"),
        tags = {
            @Tag(
                    name = ApiDescription.OWN_ROW,
                    description = "The caller's own row: one for each Passage user. Whose it is, the token says."),
            @Tag(
                    name = ApiDescription.ADMINISTRATION,
                    description = "All rows, for callers whose Passage id is in the setting PASSAGE_ADMINS.")
        },
        security = {
            @SecurityRequirement(name = ApiDescription.BEARER),
            @SecurityRequirement(name = ApiDescription.COOKIE)
        },
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = ApiDescription.BEARER,
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "JWT",
                                    description = "A Passage auth token"),
                            @SecurityScheme(
                                    securitySchemeName = ApiDescription.COOKIE,
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = SessionCookie.NAME,
                                    description =
                                            "The same token in the session cookie; changes from pages of the app itself only")
                        },
                        headers =
                                @Header(
                                        name = ApiDescription.ETAG,
                                        description = "Tag of this version of the row, for If-Match and If-None-Match",
                                        schema = @Schema(implementation = String.class, example = "\"1-1\"")),
                        responses = {
                            @APIResponse(
                                    name = ApiDescription.BAD_REQUEST,
                                    description = "The body, a parameter or a header is not valid",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "bad request",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\""
                                                                                    + "name must not be blank\",\"violations\":[{\"field\":\"name\",\"message\":\"must "
                                                                                    + "not be blank\"}]}"))),
                            @APIResponse(
                                    name = ApiDescription.UNAUTHORIZED,
                                    description = "No token was offered, or it was refused",
                                    headers =
                                            @Header(
                                                    name = "WWW-Authenticate",
                                                    description =
                                                            "Bearer, with error=invalid_token when a token was refused",
                                                    schema = @Schema(implementation = String.class)),
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "unauthorized",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\""
                                                                                    + "The auth token was refused: it is malformed, expired, or not meant for this app."
                                                                                    + "\"}"))),
                            @APIResponse(
                                    name = ApiDescription.FOREIGN_ORIGIN,
                                    description = "A change with the cookie alone came from a page of another origin",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "foreign origin",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"A "
                                                                                    + "change from another origin needs an Authorization header.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.NOT_AN_ADMINISTRATOR,
                                    description = "The caller is not an administrator",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "not an administrator",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"Th"
                                                                                    + "e caller may not do this.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.NOT_FOUND,
                                    description = "There is no such row",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "not found",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"Th"
                                                                                    + "e caller has no row yet: POST to this address creates it.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.NOT_ACCEPTABLE,
                                    description = "The Accept header names no type that is spoken here",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "not acceptable",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Not Acceptable\",\"status\":406,\"detail\""
                                                                                    + ":\"The answer is not available in a type that the Accept header names.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.CONFLICT,
                                    description = "The row is being changed by too many others at once",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "conflict",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"The"
                                                                                    + " row is being changed by too many others at once: try again.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.PRECONDITION_FAILED,
                                    description = "The row does not have a tag that If-Match names",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "precondition failed",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Precondition Failed\",\"status\":412,\"det"
                                                                                    + "ail\":\"The row is not in the version that If-Match names: read it again, then d"
                                                                                    + "ecide.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.TOO_LONG,
                                    description = "The body is longer than 16 KB",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "too long",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Content Too Large\",\"status\":413,"
                                                                                    + "\"detail\":\"The body must be at most 16384 bytes.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.UNSUPPORTED_TYPE,
                                    description = "The body is no JSON, or it is compressed",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "unsupported type",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Unsupported Media Type\",\"status\":415,\""
                                                                                    + "detail\":\"The body's type is not supported; see the documentation of the addres"
                                                                                    + "s.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.TOO_MANY_REQUESTS,
                                    description = "The budget of the caller, or of the address, is spent",
                                    headers = {
                                        @Header(
                                                name = "Retry-After",
                                                description = "Seconds until there is something again",
                                                schema = @Schema(implementation = String.class)),
                                        @Header(
                                                name = "RateLimit",
                                                description = "What is left of the budget, and when it will be full",
                                                schema = @Schema(implementation = String.class)),
                                        @Header(
                                                name = "RateLimit-Policy",
                                                description = "The whole budget, and how long it takes to refill",
                                                schema = @Schema(implementation = String.class))
                                    },
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "too many requests",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,\"detai"
                                                                                    + "l\":\"Too many requests: try again later.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.FAILURE,
                                    description = "The server failed; its log knows more under the id",
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "failure",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\"d"
                                                                                    + "etail\":\"The server failed. Its log knows more under 5d2f7c1e-8f0b-4c58-9a54-0f"
                                                                                    + "6a4f0f7a11.\"}"))),
                            @APIResponse(
                                    name = ApiDescription.UNAVAILABLE,
                                    description = "The issuer's keys can't be had, so the token can't be judged",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "Seconds until another try makes sense",
                                                    schema = @Schema(implementation = String.class)),
                                    content =
                                            @Content(
                                                    mediaType = RestApplication.PROBLEM,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "unavailable",
                                                                    value =
                                                                            "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,\"det"
                                                                                    + "ail\":\"The auth token can't be checked right now.\"}")))
                        }))
public class RestApplication extends Application {

    static final String PROBLEM = "application/problem+json";

    /** No generated WADL: it would describe the API to anyone, and less well than its own documents do. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
