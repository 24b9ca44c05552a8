package io.github.passage4j.server.sms;

import io.github.passage4j.server.mail.MailException;

/** Sends text messages. Implementations are safe for several threads. */
public interface SmsGateway {

    /** Whether there is anything to send with; nobody is offered messages to a phone otherwise. */
    default boolean isAvailable() {
        return true;
    }

    /**
     * Hands a message over.
     *
     * @throws MailException when that can't be done now
     */
    void send(Sms sms);
}
