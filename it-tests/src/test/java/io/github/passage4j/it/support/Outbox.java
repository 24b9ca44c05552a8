package io.github.passage4j.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;

/** Mail that the server under test did not send, but keep for developers. */
public final class Outbox {

    private Outbox() {}

    /** The newest message to this address. */
    public static JsonObject newestTo(String address) {
        return newestTo(Product.origin(), address);
    }

    /** The same at another server. */
    public static JsonObject newestTo(String origin, String address) {
        String outbox = Api.send(HttpRequest.newBuilder(URI.create(origin + "/passage/outbox.json")))
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(outbox))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(mail -> mail.getString("to").equals(address))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
