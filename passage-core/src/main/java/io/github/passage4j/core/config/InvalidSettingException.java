package io.github.passage4j.core.config;

/** A setting is missing or malformed. The message names the setting in both its spellings, never a secret value. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String setting, String problem) {
        super("Setting " + setting + " (environment: " + environmentSpelling(setting) + ") " + problem);
    }

    private static String environmentSpelling(String setting) {
        return setting.replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }
}
