package io.github.passage4j.server.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the little CBOR (RFC 8949) that authenticators need. */
final class Cbor {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Writes a map of alternating keys and values, each an int, a text, bytes or a written map. */
    static Cbor map(Object... keysAndValues) {
        Cbor cbor = new Cbor();
        cbor.head(MAP, keysAndValues.length / 2);
        for (Object item : keysAndValues) {
            cbor.item(item);
        }
        return cbor;
    }

    /** Writes an array of items as in {@link #map}. */
    static Cbor array(Object... items) {
        Cbor cbor = new Cbor();
        cbor.head(ARRAY, items.length);
        for (Object item : items) {
            cbor.item(item);
        }
        return cbor;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void item(Object item) {
        if (item instanceof Integer number) {
            head(number < 0 ? NEGATIVE : UNSIGNED, number < 0 ? -1 - number : number);
        } else if (item instanceof byte[] bytes) {
            head(BYTES, bytes.length);
            out.writeBytes(bytes);
        } else if (item instanceof Cbor cbor) {
            out.writeBytes(cbor.toBytes());
        } else {
            byte[] text = item.toString().getBytes(StandardCharsets.UTF_8);
            head(TEXT, text.length);
            out.writeBytes(text);
        }
    }

    private void head(int type, int length) {
        if (length < 24) {
            out.write(type << 5 | length);
        } else if (length < 256) {
            out.write(type << 5 | 24);
            out.write(length);
        } else {
            out.write(type << 5 | 25);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        }
    }
}
