package io.github.passage4j.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Any failure that no closer mapper knows. A failure of ours becomes a bare 500 with an id that is also in the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            Response.ResponseBuilder builder = Response.status(refusal.problem().status());
            refusal.headers().forEach(builder::header);
            return answer(builder, refusal.problem());
        }
        if (failure instanceof WebApplicationException refusal) {
            return refused(refusal.getResponse());
        }
        return broken(failure);
    }

    /** A refusal by JAX-RS itself: its status and headers stay, such as {@code Allow}; its body, if any, does not. */
    private static Response refused(Response response) {
        int status = response.getStatus();
        if (status < 400) {
            return response;
        }
        Response.ResponseBuilder builder = Response.status(status);
        response.getHeaders().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (status == 405) {
            builder.allow(withHead(response.getAllowedMethods()));
        }
        return answer(builder, Problem.ofStatus(status));
    }

    /** JAX-RS answers HEAD wherever it answers GET (JAX-RS 3.1 §3.3.5), but does not say so here. */
    private static Set<String> withHead(Set<String> allowed) {
        Set<String> methods = new TreeSet<>(allowed);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static Response broken(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Failure " + id, failure);
        return answer(
                Response.serverError(), Problem.of(500, "The server failed. Its log knows more under " + id + "."));
    }

    static Response answer(Response.ResponseBuilder builder, Problem problem) {
        return builder.header(HttpHeaders.CONTENT_TYPE, null)
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
