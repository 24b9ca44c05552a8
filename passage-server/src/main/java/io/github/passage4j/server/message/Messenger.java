package io.github.passage4j.server.message;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.mail.Letters;
import io.github.passage4j.server.mail.MailException;
import io.github.passage4j.server.mail.Mailer;
import io.github.passage4j.server.sms.SmsGateway;
import io.github.passage4j.server.sms.TextMessages;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends codes, links and notices: to an e-mail address by mail, to a phone number by SMS. */
@ApplicationScoped
public class Messenger {

    private Mailer mailer;
    private SmsGateway sms;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Messenger() {}

    /** Makes the service. */
    @Inject
    public Messenger(Mailer mailer, SmsGateway sms) {
        this.mailer = mailer;
        this.sms = sms;
    }

    /** Whether phone numbers can be reached. */
    public boolean sendsSms() {
        return sms.isAvailable();
    }

    /** Whether a message can reach an account, by one identifier or the other. */
    public boolean reaches(User user) {
        return !user.email().isEmpty() || (!user.phone().isEmpty() && sms.isAvailable());
    }

    /**
     * Lets only identifiers pass that a message can reach.
     *
     * @param field where it was given
     * @throws PassageException 400 for a phone number, when there is no SMS provider
     */
    public void requireReach(Identifier identifier, String field) {
        if (!(identifier instanceof EmailAddress) && !sms.isAvailable()) {
            throw PassageException.invalid(field, "can't be verified, there is no SMS provider");
        }
    }

    /**
     * Sends a one-time code.
     *
     * @param language wanted language tag; null for the app's
     * @throws MailException when that can't be done now
     */
    public void sendCode(App app, Identifier to, @Nullable String language, String code) {
        if (to instanceof EmailAddress) {
            mailer.send(Letters.code(app, to.value(), language, code, app.otpLifetime()));
        } else {
            sms.send(TextMessages.code(app, to.value(), language, code, app.otpLifetime()));
        }
    }

    /**
     * Sends a link.
     *
     * @param language wanted language tag; null for the app's
     * @param kind what it is for; an SMS does not tell
     * @param lifetime how long it is good
     * @throws MailException when that can't be done now
     */
    public void sendLink(
            App app, Identifier to, @Nullable String language, Letters.Link kind, String address, Duration lifetime) {
        if (to instanceof EmailAddress) {
            mailer.send(Letters.link(app, to.value(), language, kind, address, lifetime));
        } else {
            sms.send(TextMessages.link(app, to.value(), language, address, lifetime));
        }
    }

    /**
     * Tells a former identifier that it is no longer the account's. Nothing is sent to a number that can't be reached any more.
     *
     * @throws MailException when that can't be done now
     */
    public void tellOfChange(App app, Identifier former) {
        if (former instanceof EmailAddress) {
            mailer.send(Letters.emailChanged(app, former.value()));
        } else if (sms.isAvailable()) {
            sms.send(TextMessages.phoneChanged(app, former.value()));
        }
    }
}
