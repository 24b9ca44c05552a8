package io.github.passage4j.server.webauthn;

import com.webauthn4j.converter.util.ObjectConverter;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Compares the origin in the client data with the app's, letter by letter. The library compares parsed addresses, and so
 * would let pass {@code https://shop.example/anything}.
 */
final class OriginCheck {

    private final ObjectConverter converter;

    OriginCheck(ObjectConverter converter) {
        this.converter = converter;
    }

    void check(Bytes clientDataJson, String expected) {
        String actual = origin(clientDataJson);
        if (!expected.equals(actual)) {
            throw new CeremonyException(Reason.WRONG_ORIGIN, expected, actual);
        }
    }

    private String origin(Bytes clientDataJson) {
        try {
            JsonNode origin =
                    converter.getJsonMapper().readTree(clientDataJson.toArray()).path("origin");
            return origin.isString() ? origin.stringValue() : "";
        } catch (JacksonException e) {
            throw new CeremonyException(Reason.MALFORMED_RESPONSE, e);
        }
    }
}
