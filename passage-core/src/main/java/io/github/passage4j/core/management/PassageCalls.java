package io.github.passage4j.core.management;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** What all clients of this package do with arguments and failures. */
final class PassageCalls {

    private PassageCalls() {}

    /** The result of a call, with the failures of Fault Tolerance made ours. */
    static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (FaultToleranceException e) {
            throw new PassageApiException(
                    PassageApiException.NO_ANSWER,
                    null,
                    "Passage has failed repeatedly and is not asked right now",
                    null,
                    e);
        }
    }

    /**
     * An id as one segment of a path.
     *
     * @throws IllegalArgumentException when it is blank or would name another resource
     */
    static String segment(String argument, String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(argument + " is required");
        }
        if (".".equals(id) || "..".equals(id)) {
            throw new IllegalArgumentException(argument + " is not an id");
        }
        return encode(id);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
