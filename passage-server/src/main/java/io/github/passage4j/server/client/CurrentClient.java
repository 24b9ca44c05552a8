package io.github.passage4j.server.client;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;

/** The client of the request that is served now. */
@RequestScoped
public class CurrentClient {

    private Client client = Client.NONE;

    /** Takes the client of a request. */
    public void set(Client newest) {
        client = newest;
    }

    /** The client; {@link Client#NONE} until one is set. */
    public Client get() {
        return client;
    }

    /** The client of a request; {@link Client#NONE} where none is served, as in a command or a timer. */
    public static Client orNone(CurrentClient current) {
        try {
            return current.get();
        } catch (ContextNotActiveException e) {
            return Client.NONE;
        }
    }
}
