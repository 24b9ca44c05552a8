package io.github.passage4j.server.mail;

import io.github.passage4j.server.config.MailConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Offers the mailer that the settings ask for, once. */
@ApplicationScoped
public class MailerProducer {

    /** By SMTP with a host, else the outbox. */
    @Produces
    @Singleton
    public Mailer mailer(MailConfig config, Clock clock) {
        return config.host()
                .<Mailer>map(host -> new SmtpMailer(config, host, clock))
                .orElseGet(() -> new Outbox(clock));
    }
}
