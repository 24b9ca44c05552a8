package io.github.passage4j.core.administration;

/** A change with this id is recorded already. */
public final class ChangeExistsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * For an adapter of {@link AdminChanges}.
     *
     * @param cause what the database says
     */
    public ChangeExistsException(Throwable cause) {
        super("The change is recorded already", cause);
    }
}
