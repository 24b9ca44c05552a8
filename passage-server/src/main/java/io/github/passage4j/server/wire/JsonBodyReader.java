package io.github.passage4j.server.wire;

import jakarta.annotation.Priority;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Reads commands. At most 64 KiB of UTF-8 that hold one JSON object in which no member is twice; anything else is the caller's fault.
 *
 * <p>The priority is what decides: the implementation brings a reader of all JSON, too, which takes more and fails otherwise.
 */
@Provider
@Priority(JsonBodyReader.BEFORE_THE_IMPLEMENTATIONS)
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<Object> {

    /** Longest body that is read, in bytes. */
    public static final int LIMIT = 64 * 1024;

    static final int BEFORE_THE_IMPLEMENTATIONS = 1;

    private static final int DEEPEST = 32;

    private final Jsonb jsonb = JsonbSetup.create();

    /** Kept, because {@code Json} looks through all archives for its provider each time that it makes a parser. */
    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new PassageException(ErrorCode.INVALID_REQUEST, 413, "body: must not exceed " + LIMIT + " bytes");
        }
        return parse(bytes, generic);
    }

    private Object parse(byte[] bytes, Type type) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            checkShape(text);
            return jsonb.fromJson(text, type);
        } catch (CharacterCodingException | JsonbException | JsonException e) {
            throw PassageException.invalid("body", "is not the JSON that this call expects");
        }
    }

    /**
     * One object with nothing behind it and no member twice, none of which the binding alone would notice, and not absurdly
     * deep.
     */
    private void checkShape(String text) {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            if (parser.next() != Event.START_OBJECT) {
                throw PassageException.invalid("body", "must be a JSON object");
            }
            open.push(new HashSet<>());
            while (parser.hasNext()) {
                follow(parser, open);
            }
        } catch (NoSuchElementException e) {
            throw PassageException.invalid("body", "must be a JSON object");
        }
    }

    /** @param open names seen so far in each object or array around the parser, innermost first */
    private static void follow(JsonParser parser, Deque<Set<String>> open) {
        switch (parser.next()) {
            case START_OBJECT, START_ARRAY -> open.push(new HashSet<>());
            case END_OBJECT, END_ARRAY -> open.pop();
            case KEY_NAME -> {
                if (!open.element().add(parser.getString())) {
                    throw PassageException.invalid("body", "has a member twice");
                }
            }
            default -> {}
        }
        if (open.size() > DEEPEST) {
            throw PassageException.invalid("body", "is nested too deeply");
        }
    }
}
