package io.github.passage4j.rest.user;

import io.github.passage4j.rest.json.StrictJson;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads a merge patch, where a member that is null says something else than a member that is absent. */
@Provider
@Consumes({RenameUserCommandReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
public class RenameUserCommandReader implements MessageBodyReader<RenameUserCommand> {

    /** The type of a merge patch (RFC 7396 §4). */
    static final String MERGE_PATCH = "application/merge-patch+json";

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == RenameUserCommand.class;
    }

    @Override
    public RenameUserCommand readFrom(
            Class<RenameUserCommand> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        JsonObject patch = StrictJson.read(body);
        return new RenameUserCommand(patch.containsKey("name"), StrictJson.text(patch, "name"));
    }
}
