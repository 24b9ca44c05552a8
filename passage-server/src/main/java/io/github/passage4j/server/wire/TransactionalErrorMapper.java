package io.github.passage4j.server.wire;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes failed commits away from the server's own mapper, which would answer with a page. */
@Provider
public class TransactionalErrorMapper implements ExceptionMapper<TransactionalException> {

    @Override
    public Response toResponse(TransactionalException failure) {
        return new WireErrorMapper().toResponse(failure);
    }
}
