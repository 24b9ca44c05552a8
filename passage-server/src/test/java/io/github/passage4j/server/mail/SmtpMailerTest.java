package io.github.passage4j.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.passage4j.server.config.MailConfig;
import io.github.passage4j.server.config.Secret;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Mail mail = Letters.code(Samples.app(), "ada@example.org", "de", "482915", Duration.ofMinutes(5));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Mailer mailer(Optional<String> user) {
        MailConfig config = new MailConfig(
                Optional.of("127.0.0.1"),
                server.getSmtp().getPort(),
                user,
                Secret.of("sample-password"),
                "passage@shop.example");
        return new SmtpMailer(config, "127.0.0.1", new MutableClock());
    }

    @Test
    void deliversTextAndHtml() throws Exception {
        mailer(Optional.empty()).send(mail);

        MimeMessage received = server.getReceivedMessages()[0];
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(received.getSubject()).isEqualTo(mail.subject()).contains("für");
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(received.getFrom()).extracting(Object::toString).containsExactly("passage@shop.example");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("482915");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("482915");
    }

    @Test
    void sendsNoPasswordWithoutTls() {
        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> mailer(Optional.of("passage")).send(mail));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void saysNothingOfThePersonWhenTheServerIsAway() {
        Mailer mailer = mailer(Optional.empty());
        server.stop();

        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> mailer.send(mail))
                .withMessageNotContaining("ada")
                .withNoCause();
    }
}
