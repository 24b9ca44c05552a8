package io.github.passage4j.core.management;

import io.github.passage4j.core.config.Secret;
import jakarta.json.JsonObject;

/**
 * A link that signs a user in. Whoever has its secret or its address can use it, so neither is printed.
 *
 * @param id Passage's id of it
 * @param appId the app it is for
 * @param userId the user it signs in
 * @param identifier where it is sent to
 * @param type {@code login} or {@code verify_identifier}
 * @param activated whether it has been used
 * @param redirectUrl where the user goes then
 * @param secret what activates it
 * @param ttl minutes that it may be used
 * @param url the whole link
 */
public record MagicLink(
        String id,
        String appId,
        String userId,
        String identifier,
        String type,
        boolean activated,
        String redirectUrl,
        Secret secret,
        long ttl,
        Secret url) {

    static MagicLink from(JsonObject wire) {
        return new MagicLink(
                Wire.text(wire, "id"),
                Wire.text(wire, "app_id"),
                Wire.text(wire, "user_id"),
                Wire.text(wire, "identifier"),
                Wire.text(wire, "type"),
                Wire.flag(wire, "activated"),
                Wire.text(wire, "redirect_url"),
                new Secret(Wire.text(wire, "secret")),
                Wire.number(wire, "ttl"),
                new Secret(Wire.text(wire, "url")));
    }
}
