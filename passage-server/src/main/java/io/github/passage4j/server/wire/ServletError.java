package io.github.passage4j.server.wire;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a refusal where JAX-RS is not at work yet, or no more. */
public final class ServletError {

    private static final Jsonb JSONB = JsonbSetup.create();

    private ServletError() {}

    /** Writes the refusal that goes with a status. */
    public static void write(HttpServletResponse response, int status) throws IOException {
        byte[] body = JSONB.toJson(ErrorBody.of(status)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
