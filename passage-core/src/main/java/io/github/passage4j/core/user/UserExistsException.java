package io.github.passage4j.core.user;

/** The Passage user has a row already: the database's unique constraint says so. */
public final class UserExistsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserExistsException(Throwable cause) {
        super("The Passage user has a row already", cause);
    }
}
