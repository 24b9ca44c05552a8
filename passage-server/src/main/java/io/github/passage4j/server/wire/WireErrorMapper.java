package io.github.passage4j.server.wire;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place where a failure becomes an answer. Our own failures are told with an id only, which the log has too. */
@Provider
public class WireErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(WireErrorMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        Optional<PassageException> refusal = refusal(failure);
        if (refusal.isPresent()) {
            return answer(refusal.get());
        }
        if (failure instanceof WebApplicationException other
                && other.getResponse().getStatus() < 500) {
            Response response = other.getResponse();
            return body(Response.fromResponse(response), ErrorBody.of(response.getStatus()));
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Request failed, id " + id, failure);
        return body(
                Response.serverError(),
                new ErrorBody(ErrorCode.INTERNAL_SERVER_ERROR.text(), "Internal server error, id " + id));
    }

    /** Containers wrap what a converter or a reader throws. */
    private static Optional<PassageException> refusal(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PassageException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private static Response answer(PassageException refusal) {
        Response.ResponseBuilder builder = Response.status(refusal.status());
        if (refusal.code() == ErrorCode.INVALID_ACCESS_TOKEN) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal instanceof TooManyRequestsException later) {
            builder.header(HttpHeaders.RETRY_AFTER, later.seconds());
            builder.header("Access-Control-Expose-Headers", HttpHeaders.RETRY_AFTER);
        }
        return body(builder, new ErrorBody(refusal.code().text(), String.valueOf(refusal.getMessage())));
    }

    private static Response body(Response.ResponseBuilder builder, ErrorBody body) {
        return builder.type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}
