package io.github.passage4j.server.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.config.Origin;
import io.github.passage4j.server.config.Secret;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaAppsTest {

    private static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private final TestDatabase database = TestDatabase.create();
    private final ServerConfig usual = Samples.config(Path.of("unused"));

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private <T> T with(ServerConfig config, Function<Apps, T> action) {
        EntityManager entities = database.begin();
        T result = action.apply(new JpaApps(entities, config, new MutableClock(), new SecureRandom()));
        entities.getTransaction().commit();
        entities.close();
        return result;
    }

    @Test
    void makesTheDefaultAppOnce() {
        App first = with(usual, Apps::ensureDefault);
        App second = with(usual, Apps::ensureDefault);

        assertThat(second.id()).isEqualTo(Samples.APP_ID);
        assertThat(second.createdAt()).isEqualTo(first.createdAt());
        assertThat(second.metadataFields()).hasSize(1);
        assertThat(second.hasPublicSignup()).isTrue();
        assertThat(second.rpId()).isEqualTo("shop.example");
    }

    @Test
    void findsNoAppByAnIdWithMoreBehindIt() {
        with(usual, Apps::ensureDefault);

        Optional<App> found = with(usual, apps -> apps.find(Samples.APP_ID + " "));

        assertThat(found).isEmpty();
    }

    @Test
    void movesTheDefaultAppWithTheSetting() {
        with(usual, Apps::ensureDefault);

        with(config("https://new.example:8443", "sample-api-key"), Apps::ensureDefault);

        App app = with(usual, apps -> apps.find(Samples.APP_ID).orElseThrow());
        assertThat(app.authOrigin()).isEqualTo("https://new.example:8443");
        assertThat(app.rpId()).isEqualTo("new.example");
    }

    @Test
    void opensWithTheKeyOfTheSettingsOnly() {
        with(usual, Apps::ensureDefault);
        with(config("https://shop.example", "another-api-key"), Apps::ensureDefault);

        assertThat(opens(Samples.APP_ID, "another-api-key")).isTrue();
        assertThat(opens(Samples.APP_ID, "sample-api-key")).isFalse();
        assertThat(opens("aaaaaaaaaaaaaaaaaaaaaaaa", "another-api-key")).isFalse();
    }

    @Test
    void opensNoAppWithTheKeyOfAnother() {
        with(usual, Apps::ensureDefault);
        with(usual, apps -> {
            apps.add(Samples.app(OTHER_APP));
            apps.add(new ApiKey("k1", OTHER_APP, "backend", "key-of-the-other", Samples.NOW));
            return apps;
        });

        assertThat(opens(OTHER_APP, "key-of-the-other")).isTrue();
        assertThat(opens(OTHER_APP, "sample-api-key")).isFalse();
        assertThat(opens(Samples.APP_ID, "key-of-the-other")).isFalse();
    }

    @Test
    void keepsNoKeyInClear() {
        with(usual, Apps::ensureDefault);

        EntityManager entities = database.begin();
        String hash = (String) entities.createNativeQuery("SELECT key_hash FROM passage_api_key")
                .getSingleResult();
        assertThat(hash).hasSize(43).doesNotContain("sample-api-key");
    }

    private boolean opens(String appId, String apiKey) {
        return with(usual, apps -> apps.opens(appId, apiKey));
    }

    private ServerConfig config(String origin, String apiKey) {
        return new ServerConfig(
                Origin.parse(origin),
                usual.dataDirectory(),
                usual.appId(),
                Secret.of(apiKey),
                usual.authUrl(),
                usual.apiUrl());
    }
}
