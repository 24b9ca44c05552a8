package io.github.passage4j.server.testing;

import io.github.passage4j.server.apps.ApiKeyFilter;
import io.github.passage4j.server.apps.AppOfAddress;
import io.github.passage4j.server.limits.RateLimits;
import io.github.passage4j.server.wire.Wire;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/** Some resources behind the real JAX-RS implementation, without a server: addresses, status and JSON as on the wire. */
public final class WireApi {

    private static final URI BASE = URI.create("https://passage.example/");

    private final ApplicationHandler handler;
    private final String appId;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Makes the API.
     *
     * @param apps whose addresses there are; requests go to the sample app
     * @param resources to be asked
     */
    public WireApi(MapApps apps, Object... resources) {
        this(apps, Samples.noLimits(), resources);
    }

    /** The same with limits for whoever has no good key. */
    public WireApi(MapApps apps, RateLimits limits, Object... resources) {
        ResourceConfig config = new ResourceConfig(Wire.with());
        config.register(new AppOfAddress(apps, Clock.systemUTC())).register(new ApiKeyFilter(apps, limits));
        for (Object resource : resources) {
            config.register(resource);
        }
        this.handler = new ApplicationHandler(config);
        this.appId = Samples.APP_ID;
    }

    private WireApi(ApplicationHandler handler, String appId, Map<String, String> headers) {
        this.handler = handler;
        this.appId = appId;
        this.headers.putAll(headers);
    }

    /** The same with {@code Authorization: Bearer}. */
    public WireApi as(String token) {
        return with(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    /** The same with a header. */
    public WireApi with(String header, String value) {
        WireApi other = new WireApi(handler, appId, headers);
        other.headers.put(header, value);
        return other;
    }

    /** The same for another app. */
    public WireApi at(String app) {
        return new WireApi(handler, app, headers);
    }

    /** Asks. */
    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** Sends JSON; apostrophes stand for quotes. */
    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /** Sends nothing. */
    public Answer post(String path) {
        return send("POST", path, null);
    }

    /** Sends JSON; apostrophes stand for quotes. */
    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    /** Sends nothing. */
    public Answer patch(String path) {
        return send("PATCH", path, null);
    }

    /** Deletes. */
    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    private Answer send(String method, String path, @Nullable String json) {
        URI address = BASE.resolve("apps/" + appId + path);
        ContainerRequest request = new ContainerRequest(
                BASE, address, method, null, new MapPropertiesDelegate(), handler.getConfiguration());
        request.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        headers.forEach(request::header);
        if (json != null) {
            request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            request.setEntityStream(
                    new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            ContainerResponse response = handler.apply(request, body).get();
            return new Answer(response.getStatus(), body.toString(StandardCharsets.UTF_8), response.getStringHeaders());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String body, MultivaluedMap<String, String> headers) {

        /** The body as an object. */
        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        /** The error code of a refusal. */
        public String code() {
            return json().getString("code");
        }

        /** The sentence of a refusal. */
        public String error() {
            return json().getString("error");
        }
    }
}
