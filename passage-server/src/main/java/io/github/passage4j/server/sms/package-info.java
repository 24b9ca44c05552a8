/**
 * Text messages to phones. {@link io.github.passage4j.server.sms.SmsGateway} is the port; which adapter is behind it says the setting
 * {@code passage.sms}: {@code off} (default) or {@code log}. A provider of one's own is a CDI alternative with a priority, in a jar in
 * {@code WEB-INF/lib}.
 *
 * <p>Stores nothing.
 */
@NullMarked
package io.github.passage4j.server.sms;

import org.jspecify.annotations.NullMarked;
