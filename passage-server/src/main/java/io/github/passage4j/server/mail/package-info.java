/**
 * Messages to people, in their language. The entry class is {@link io.github.passage4j.server.mail.Mailer}; with an SMTP host it is
 * {@link io.github.passage4j.server.mail.SmtpMailer}, without one the development outbox, which only this machine can read.
 *
 * <p>Stores nothing but the last hundred messages of the outbox, in memory. A message that can't be handed over is a
 * {@link io.github.passage4j.server.mail.MailException}.
 */
@NullMarked
package io.github.passage4j.server.mail;

import org.jspecify.annotations.NullMarked;
