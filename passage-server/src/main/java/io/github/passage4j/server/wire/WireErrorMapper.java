package io.github.passage4j.server.wire;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;

/** The one place where a failure becomes an answer. Our own failures are told with an id only, which the log has too. */
@Provider
public class WireErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(WireErrorMapper.class.getName());

    private static final Map<Integer, String> SENTENCES = Map.of(
            404, "There is nothing at this address.",
            405, "This address does not know the method.",
            406, "Answers are application/json.",
            413, "The body is too large.",
            415, "The body must be application/json.");

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof PassageException refusal) {
            return answer(challenged(refusal), refusal.code(), String.valueOf(refusal.getMessage()));
        }
        if (failure instanceof WebApplicationException refusal
                && refusal.getResponse().getStatus() < 500) {
            Response response = refusal.getResponse();
            String sentence = SENTENCES.getOrDefault(response.getStatus(), "The request is not valid.");
            return answer(response, ErrorCode.INVALID_REQUEST, sentence);
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Request failed, id " + id, failure);
        return body(Response.serverError(), ErrorCode.INTERNAL_SERVER_ERROR, "Internal server error, id " + id);
    }

    private static Response challenged(PassageException refusal) {
        Response response = refusal.getResponse();
        return refusal.code() == ErrorCode.INVALID_ACCESS_TOKEN
                ? Response.fromResponse(response)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .build()
                : response;
    }

    private static Response answer(Response response, ErrorCode code, String error) {
        return body(Response.fromResponse(response), code, error);
    }

    private static Response body(Response.ResponseBuilder builder, ErrorCode code, String error) {
        return builder.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorBody(code.text(), error))
                .build();
    }
}
