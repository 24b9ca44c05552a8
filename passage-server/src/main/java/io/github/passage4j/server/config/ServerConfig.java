package io.github.passage4j.server.config;

import io.github.passage4j.server.RandomIds;
import java.nio.file.Path;

/**
 * What the server was told, checked.
 *
 * @param origin {@code passage.origin}: public origin of the default app's pages
 * @param dataDirectory {@code passage.data.dir}: where generated secrets live
 * @param appId {@code passage.app.id}: the default app, 24 characters {@code [0-9A-Za-z]}
 * @param apiKey {@code passage.api.key}: opens the Management API of the default app
 * @param authUrl {@code passage.auth.url}: base of the Auth API, without a trailing slash; issuers start with it
 * @param apiUrl {@code passage.api.url}: base of the Management API, without a trailing slash
 */
public record ServerConfig(
        Origin origin, Path dataDirectory, String appId, Secret apiKey, String authUrl, String apiUrl) {

    /** Checks the app id. */
    public ServerConfig {
        if (!RandomIds.isId(appId)) {
            throw new ConfigurationException("passage.app.id", "must be 24 characters [0-9A-Za-z]");
        }
    }

    /** The issuer of an app's tokens: {@code {auth url}/apps/{app id}}. */
    public String issuer(String app) {
        return authUrl + "/apps/" + app;
    }
}
