package io.github.passage4j.rest.problem;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a problem where JAX-RS is not at work yet: in servlet filters. */
public final class ServletProblem {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private ServletProblem() {}

    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = JSONB.toJson(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
