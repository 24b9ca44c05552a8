package io.github.passage4j.server.mail;

import io.github.passage4j.server.config.MailConfig;
import io.github.passage4j.server.strict.StrictMode;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Offers the mailer that the settings ask for, once. */
@ApplicationScoped
public class MailerProducer {

    @Resource
    @SuppressWarnings("NullAway.Init") // the container sets it
    private ManagedExecutorService executor;

    /** By SMTP with a host, in strict mode after the answer; else the outbox. */
    @Produces
    @Singleton
    public Mailer mailer(MailConfig config, StrictMode strict, Clock clock) {
        return config.host()
                .<Mailer>map(host -> new SmtpMailer(config, host, clock))
                .map(smtp -> strict.isOn() ? new BackgroundMailer(smtp, executor) : smtp)
                .orElseGet(() -> new Outbox(clock));
    }
}
