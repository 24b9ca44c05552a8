package io.github.passage4j.server.config;

import org.jspecify.annotations.Nullable;

/** A setting is wrong or can't be used; the message starts with the name of the setting. */
public class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param setting name of the setting, as in MicroProfile Config
     * @param problem what is wrong with it, without its value where that is a secret
     */
    public ConfigurationException(String setting, String problem) {
        this(setting, problem, null);
    }

    /** As the other, with the failure that was the reason. */
    public ConfigurationException(String setting, String problem, @Nullable Throwable cause) {
        super(setting + ": " + problem, cause);
    }
}
