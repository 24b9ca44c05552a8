package io.github.passage4j.server.credential;

/** A credential with the same id is there already, in this account or another. */
public class CredentialExistsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says that a credential was there already. */
    public CredentialExistsException() {
        super("credential id is registered already");
    }

    /** Says that a credential came in between. */
    public CredentialExistsException(Throwable cause) {
        super("credential id is registered already", cause);
    }
}
