package io.github.passage4j.rest.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The description itself, as JSON or YAML by {@code Accept} header or by suffix. Open to everyone. */
@Path("/")
@ApplicationScoped
@PermitAll
public class OpenApiResource {

    private static final String YAML = "application/yaml";

    private final byte[] json = read("openapi.json");
    private final byte[] yaml = read("openapi.yaml");

    @GET
    @Path("openapi")
    @Produces(MediaType.APPLICATION_JSON + ";qs=1")
    @Operation(hidden = true)
    public Response json() {
        return document(json);
    }

    @GET
    @Path("openapi")
    @Produces({YAML + ";qs=0.9", "application/vnd.oai.openapi;qs=0.9", "text/yaml;qs=0.9", "application/x-yaml;qs=0.9"})
    @Operation(hidden = true)
    public Response yaml() {
        return document(yaml);
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response jsonBySuffix() {
        return document(json);
    }

    @GET
    @Path("openapi.yaml")
    @Produces(YAML)
    @Operation(hidden = true)
    public Response yamlBySuffix() {
        return document(yaml);
    }

    /** With its length: HEAD would say 0 for anything that does not fit into a buffer. */
    private static Response document(byte[] content) {
        return Response.ok(content.clone())
                .header(HttpHeaders.CONTENT_LENGTH, content.length)
                .build();
    }

    private static byte[] read(String name) {
        try (InputStream file = OpenApiResource.class.getResourceAsStream("/META-INF/" + name)) {
            return Objects.requireNonNull(file, "The build puts META-INF/" + name + " into the archive")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
