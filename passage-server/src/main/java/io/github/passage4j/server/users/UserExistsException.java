package io.github.passage4j.server.users;

/** An account with the same identifier is there already. */
public class UserExistsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says that an account is there already. */
    public UserExistsException(Throwable cause) {
        super("identifier is taken", cause);
    }
}
