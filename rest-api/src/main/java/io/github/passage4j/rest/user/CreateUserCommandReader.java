package io.github.passage4j.rest.user;

import io.github.passage4j.rest.json.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the command strictly, which JSON-B would not: a number is no name, and a member given twice is no member. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class CreateUserCommandReader implements MessageBodyReader<CreateUserCommand> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == CreateUserCommand.class;
    }

    @Override
    public CreateUserCommand readFrom(
            Class<CreateUserCommand> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return new CreateUserCommand(StrictJson.text(StrictJson.read(body), "name"));
    }
}
