/**
 * Who is at the other end of a request. The entry class is {@link io.github.passage4j.server.client.CurrentClient}, which the filter
 * fills for every call of both APIs; audit and limits ask it.
 *
 * <p>Stores nothing. Whatever a client may write itself, such as {@code X-Forwarded-For}, counts only when a proxy that the setting
 * {@code passage.trusted.proxies} names has sent it.
 */
@NullMarked
package io.github.passage4j.server.client;

import org.jspecify.annotations.NullMarked;
