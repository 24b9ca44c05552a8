package io.github.passage4j.server.config;

import java.util.Optional;

/**
 * Where mail goes.
 *
 * @param host {@code passage.smtp.host}; empty for the development outbox
 * @param port {@code passage.smtp.port}: 587 unless set; 465 means TLS from the start
 * @param user {@code passage.smtp.user}; empty for a server that wants none
 * @param password {@code passage.smtp.password}
 * @param from {@code passage.mail.from}: {@code passage@} and the host of the origin unless set
 */
public record MailConfig(Optional<String> host, int port, Optional<String> user, Secret password, String from) {}
