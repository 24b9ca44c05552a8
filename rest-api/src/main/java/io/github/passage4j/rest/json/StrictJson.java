package io.github.passage4j.rest.json;

import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as one JSON object (RFC 8259): UTF-8, at most {@value #MAX_BYTES} bytes, nested at most {@value #MAX_DEPTH} deep, each member
 * once.
 */
public final class StrictJson {

    /** Most bytes of a body. */
    public static final int MAX_BYTES = 16 * 1024;

    static final int MAX_DEPTH = 16;

    private static final JsonReaderFactory EACH_MEMBER_ONCE =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private StrictJson() {}

    /**
     * The object in the body.
     *
     * @throws ProblemException 413 when it is too long, 400 when it is anything but one object
     */
    public static JsonObject read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw tooLong();
        }
        String text = utf8(bytes);
        try {
            checkDepthAndEnd(text);
            return object(text);
        } catch (JsonException
                | IllegalStateException
                | NoSuchElementException
                | ArithmeticException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            // The last three: a number that is too long or too large for the parser
            throw malformed("The body must be one JSON object with each member once.");
        }
    }

    /** The reader recurses and stops after the first value: depth and what follows are looked at before, by the parser, which does neither. */
    private static void checkDepthAndEnd(String text) {
        int depth = 0;
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                depth += switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> 1;
                    case END_OBJECT, END_ARRAY -> -1;
                    default -> 0;
                };
                if (depth > MAX_DEPTH) {
                    throw malformed("The body must be nested at most " + MAX_DEPTH + " deep.");
                }
            }
        }
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = EACH_MEMBER_ONCE.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /**
     * A member that is text.
     *
     * @return {@code null} when it is absent or null
     * @throws ProblemException 400 naming the member, when it is anything else
     */
    public static @Nullable String text(JsonObject object, String member) {
        JsonValue value = object.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new ProblemException(Problem.ofField(member, "must be a string"));
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body must be UTF-8.");
        }
    }

    static ProblemException tooLong() {
        return new ProblemException(Problem.of(413, "The body must be at most " + MAX_BYTES + " bytes."));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(400, detail));
    }
}
