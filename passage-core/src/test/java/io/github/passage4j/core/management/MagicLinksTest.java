package io.github.passage4j.core.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MagicLinksTest {

    private static final String LINK = """
            {"magic_link":{"id":"m4XcVbN7mQwE2rTyU9iOpAs1","app_id":"q7Zk2mWd9XaBcE4fGhJ1tYuP","user_id":"u5RnV8sLq2KdT0yHb7MwXc3e",
             "identifier":"ada@shop.example","type":"login","activated":false,"redirect_url":"/dashboard","secret":"ml.s3cret","ttl":60,
             "url":"https://shop.example/login?psg_magic_link=ml.s3cret"}}""";

    private final FakePassage passage = new FakePassage();
    private final PassageMagicLinks links = new HttpPassageMagicLinks(passage.api);

    @AfterEach
    void stop() {
        passage.close();
    }

    @Test
    void readTheLinkThatWasMade() {
        passage.answers(201, LINK);

        MagicLink link = links.create(MagicLinkRequest.toEmail("ada@shop.example"));

        assertThat(link.id()).isEqualTo("m4XcVbN7mQwE2rTyU9iOpAs1");
        assertThat(link.userId()).isEqualTo(FakePassage.ADA);
        assertThat(link.identifier()).isEqualTo("ada@shop.example");
        assertThat(link.type()).isEqualTo("login");
        assertThat(link.activated()).isFalse();
        assertThat(link.redirectUrl()).isEqualTo("/dashboard");
        assertThat(link.ttl()).isEqualTo(60);
        assertThat(link.secret().reveal()).isEqualTo("ml.s3cret");
        assertThat(link.url().reveal()).endsWith("psg_magic_link=ml.s3cret");
        assertThat(link.toString()).doesNotContain("s3cret");
    }

    @Test
    void areSentByEmail() {
        assertSent(
                MagicLinkRequest.toEmail("ada@shop.example"),
                "{\"email\":\"ada@shop.example\",\"channel\":\"email\",\"type\":\"login\",\"send\":true}");
    }

    @Test
    void areSentByPhone() {
        assertSent(
                MagicLinkRequest.toPhone("+4915112345678"),
                "{\"phone\":\"+4915112345678\",\"channel\":\"phone\",\"type\":\"login\",\"send\":true}");
    }

    @Test
    void areMadeForAUserWithEveryOption() {
        assertSent(
                MagicLinkRequest.toUser(FakePassage.ADA, MagicLinkRequest.Channel.PHONE)
                        .withoutSending()
                        .verifyingTheIdentifier()
                        .inLanguage("fr")
                        .openingAt("/login")
                        .redirectingTo("/orders/17")
                        .livingFor(Duration.ofMinutes(15)),
                "{\"user_id\":\"u5RnV8sLq2KdT0yHb7MwXc3e\",\"channel\":\"phone\",\"type\":\"verify_identifier\",\"send\":false,"
                        + "\"language\":\"fr\",\"magic_link_path\":\"/login\",\"redirect_url\":\"/orders/17\",\"ttl\":15}");
    }

    @Test
    void areRefusedBeforeAnythingIsSentWhenTheRequestIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MagicLinkRequest.toEmail(" "))
                .withMessage("email is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MagicLinkRequest.toPhone(""))
                .withMessage("phone is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MagicLinkRequest.toUser("", MagicLinkRequest.Channel.EMAIL))
                .withMessage("user_id is required");
        MagicLinkRequest request = MagicLinkRequest.toEmail("ada@shop.example");
        assertThatIllegalArgumentException().isThrownBy(() -> request.inLanguage("nl"));
        assertThatIllegalArgumentException().isThrownBy(() -> request.livingFor(Duration.ofSeconds(59)));
    }

    @Test
    void failAsEveryCallDoes() {
        passage.answers(403, "{\"code\":\"operation_not_allowed\",\"error\":\"off\"}");

        assertThatExceptionOfType(PassageApiException.class)
                .isThrownBy(() -> links.create(MagicLinkRequest.toEmail("ada@shop.example")))
                .satisfies(e -> assertThat(e.code()).isEqualTo("operation_not_allowed"));
    }

    @Test
    void areNotPrinted() {
        assertThat(MagicLinkRequest.toEmail("ada@shop.example").toString()).doesNotContain("ada");
    }

    private void assertSent(MagicLinkRequest request, String body) {
        passage.answers(201, LINK);

        links.create(request);

        assertThat(passage.lastRequest().method()).isEqualTo("POST");
        assertThat(passage.lastRequest().target()).isEqualTo(FakePassage.BASE + "/magic-links");
        assertThat(passage.lastRequest().body()).isEqualTo(body);
    }
}
