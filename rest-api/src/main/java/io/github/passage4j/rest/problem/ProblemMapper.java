package io.github.passage4j.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Any failure that no closer mapper knows. A failure of ours becomes a bare 500 with an id that is also in the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return answer(Response.status(refusal.problem().status()), refusal.problem());
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
        return answer(builder, Problem.of(status, detailOf(status)));
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

    private static String detailOf(int status) {
        return switch (status) {
            case 403 -> "The caller may not do this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "The address does not support this method; see the Allow header.";
            case 406 -> "The answer is available as application/json only.";
            case 415 -> "The body must be application/json.";
            default -> "The request can't be processed.";
        };
    }
}
