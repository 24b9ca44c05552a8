package io.github.passage4j.server.mail;

import io.github.passage4j.server.config.MailConfig;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Sends by SMTP. TLS is used wherever the server offers it, and is demanded where a password is sent; no step takes longer
 * than ten seconds.
 */
public final class SmtpMailer implements Mailer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TIMEOUT_MILLIS = "10000";
    private static final int IMPLICIT_TLS = 465;

    private final MailConfig config;
    private final String host;
    private final Clock clock;

    /** Makes the mailer of a host. */
    public SmtpMailer(MailConfig config, String host, Clock clock) {
        this.config = config;
        this.host = host;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(session, mail);
            transport.connect(host, config.port(), config.user().orElse(null), password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new MailException("mail could not be handed to the SMTP server: "
                    + e.getClass().getSimpleName());
        }
    }

    private MimeMessage message(Session session, Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(config.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // Keeps holiday notices from answering
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(alternatives(mail));
        message.saveChanges();
        return message;
    }

    private static Multipart alternatives(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** None without a user: Jakarta Mail would sign in as the user of this process. */
    private @Nullable String password() {
        return config.user().isEmpty() ? null : config.password().reveal();
    }

    private Properties properties() {
        boolean isImplicit = config.port() == IMPLICIT_TLS;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(config.user().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(isImplicit));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(config.user().isPresent() && !isImplicit));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }
}
