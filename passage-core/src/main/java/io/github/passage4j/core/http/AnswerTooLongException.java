package io.github.passage4j.core.http;

import java.io.IOException;

/** The other side sent more than was allowed. */
public final class AnswerTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLongException(int maxBytes) {
        super("the answer is longer than " + maxBytes + " bytes");
    }
}
