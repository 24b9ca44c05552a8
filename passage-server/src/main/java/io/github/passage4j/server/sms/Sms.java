package io.github.passage4j.server.sms;

/**
 * A text message to one phone.
 *
 * @param to number as E.164 writes it
 * @param text one or a few short lines
 */
public record Sms(String to, String text) {

    /** Says nothing: it is personal and holds secrets. */
    @Override
    public String toString() {
        return "Sms[***]";
    }
}
