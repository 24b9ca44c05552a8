/**
 * The apps that the server serves: their settings, their Management API keys and what browsers may know of them. The entry class is
 * {@link io.github.passage4j.server.apps.Apps}; a resource asks for the app of its address with {@code @PathParam("app") App app}.
 *
 * <p>Stores {@code passage_app}, {@code passage_metadata_field} and {@code passage_api_key} (hashes only). An unknown app is 404
 * {@code app_not_found} at every address, a wrong key 401 {@code invalid_access_token}.
 */
@NullMarked
package io.github.passage4j.server.apps;

import org.jspecify.annotations.NullMarked;
