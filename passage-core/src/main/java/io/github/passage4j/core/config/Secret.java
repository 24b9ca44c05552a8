package io.github.passage4j.core.config;

/**
 * A value that must not be printed: it shows up in no log line, exception or debugger view by accident.
 */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, to be sent to whom it belongs and nowhere else. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
