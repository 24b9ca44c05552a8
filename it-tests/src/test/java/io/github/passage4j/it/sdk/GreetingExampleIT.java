package io.github.passage4j.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Product;
import io.github.passage4j.it.support.TestIssuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The SDK in a WAR that knows nothing of the reference app: two classes, the jar, and settings. */
@ExtendWith(ArquillianExtension.class)
class GreetingExampleIT {

    private static TestIssuer issuer;

    @Deployment(testable = false)
    @TargetsContainer("api")
    static WebArchive deployment() {
        return Archives.withSdk("greeting.war", "/hello", GreetingApplication.class, GreetingResource.class);
    }

    @BeforeAll
    static void startIssuer() {
        issuer = TestIssuer.start();
    }

    @AfterAll
    static void stopIssuer() {
        issuer.close();
    }

    @Test
    void greetsTheCallerOfAValidToken() {
        String passageId = TestIssuer.newPassageId();

        HttpResponse<String> answer = get("/hello/greeting", issuer.tokenFor(passageId));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Hello " + passageId);
    }

    @Test
    void refusesNoTokenAndABadToken() {
        HttpResponse<String> none = get("/hello/greeting", null);
        HttpResponse<String> bad = get("/hello/greeting", issuer.tokenOfAnotherKey(TestIssuer.newPassageId()));

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"passage\"");
        assertThat(none.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(bad.statusCode()).isEqualTo(401);
        assertThat(bad.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
    }

    @Test
    void refusesACallerWithoutTheRole() {
        assertThat(get("/hello/greeting/admin", issuer.tokenFor(TestIssuer.newPassageId()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void knowsTheCallerOfAnOpenResourceToo() {
        String passageId = TestIssuer.newPassageId();

        assertThat(get("/hello/greeting/open", issuer.tokenFor(passageId)).body())
                .isEqualTo("Hello " + passageId + " true");
        assertThat(get("/hello/greeting/open", null).body()).isEqualTo("Hello stranger false");
        assertThat(get("/hello/greeting/open", "garbage").body()).isEqualTo("Hello stranger false");
    }

    private static HttpResponse<String> get(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Product.origin() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return Api.send(request);
    }
}
