package io.github.passage4j.server.message;

import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import java.util.Optional;

/**
 * Whom a message with a code or a link is for.
 *
 * @param to address or number that was named
 * @param userId account that the message signs in; in strict mode it may be nobody's
 * @param user the account; empty for nobody: then all is done as for somebody, but nothing is sent and nothing signs in
 */
public record Addressee(Identifier to, String userId, Optional<User> user) {

    static Addressee of(Identifier to, User user) {
        return new Addressee(to, user.id(), Optional.of(user));
    }

    static Addressee nobody(Identifier to, String userId) {
        return new Addressee(to, userId, Optional.empty());
    }
}
