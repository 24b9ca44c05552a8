/**
 * What happened to an account, for its owner and for whoever runs the app. A feature fires an
 * {@link io.github.passage4j.server.audit.AccountEvent}; {@link io.github.passage4j.server.audit.AuditTrail} stores it in the
 * transaction that it was fired in, so that there is no effect without its event and no event without its effect.
 *
 * <p>Stores {@code passage_user_event}: kind, time, address and user agent; never a token, a code or an e-mail address. What is too old
 * or too much goes by a timer, and what belongs to a deleted account goes with it.
 */
@NullMarked
package io.github.passage4j.server.audit;

import org.jspecify.annotations.NullMarked;
