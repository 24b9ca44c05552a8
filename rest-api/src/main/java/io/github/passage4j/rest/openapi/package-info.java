/**
 * The description of the API (OpenAPI), made from the code at build time, and the page to try it.
 *
 * <p>Entry: {@link io.github.passage4j.rest.openapi.OpenApiResource} and {@link io.github.passage4j.rest.openapi.DocsServlet}. Stores nothing.
 */
@NullMarked
package io.github.passage4j.rest.openapi;

import org.jspecify.annotations.NullMarked;
