package io.github.passage4j.server.mail;

/** A message could not be handed over. Tells nothing of the message. */
public class MailException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why; the cause is left out, for it may quote the address. */
    public MailException(String reason) {
        super(reason);
    }
}
