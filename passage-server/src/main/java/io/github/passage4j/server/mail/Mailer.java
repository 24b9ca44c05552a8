package io.github.passage4j.server.mail;

/** Sends messages. */
public interface Mailer {

    /**
     * Hands a message over.
     *
     * @throws MailException when that can't be done now
     */
    void send(Mail mail);
}
