package io.github.passage4j.core.config;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One check for each kind of setting; each failure names the setting. */
final class SettingCheck {

    private static final Pattern APP_ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");
    private static final Pattern API_KEY = Pattern.compile("[!-~]{1,512}");

    private static final int MAX_PORT = 65_535;

    private SettingCheck() {}

    static void appId(String setting, String value) {
        if (!APP_ID.matcher(value).matches()) {
            throw new InvalidSettingException(setting, "must be 1 to 64 letters, digits, '-' or '_'");
        }
    }

    /** What can be sent in a header; {@code null} is fine. */
    static void apiKey(String setting, @Nullable Secret value) {
        if (value != null && !API_KEY.matcher(value.reveal()).matches()) {
            throw new InvalidSettingException(setting, "must be 1 to 512 visible ASCII characters");
        }
    }

    static URI baseUrl(String setting, URI value) {
        boolean http = "http".equals(value.getScheme()) || "https".equals(value.getScheme());
        if (value.getRawUserInfo() != null) {
            throw new InvalidSettingException(setting, "must not hold a user name or password");
        }
        if (!http || value.getHost() == null || value.getPort() > MAX_PORT) {
            throw new InvalidSettingException(setting, "must be an http or https address, but is " + value);
        }
        if (value.getRawQuery() != null || value.getRawFragment() != null) {
            throw new InvalidSettingException(setting, "must have neither query nor fragment, but is " + value);
        }
        return withoutTrailingSlash(value);
    }

    private static URI withoutTrailingSlash(URI value) {
        String text = value.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : value;
    }
}
