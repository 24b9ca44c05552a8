package io.github.passage4j.faces.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void leavesALinkNothingThatFacesTakesForAPostback(String method) throws ServletException, IOException {
        HttpServletRequest passed = filtered(method);

        assertThat(passed.getParameter("jakarta.faces.ViewState")).isNull();
        assertThat(passed.getParameterValues("jakarta.faces.partial.ajax")).isNull();
        assertThat(passed.getHeader("faces-request")).isNull();
        assertThat(Collections.list(passed.getParameterNames())).containsExactly("signed-out");
        assertThat(passed.getParameterMap()).containsOnlyKeys("signed-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void leavesEveryOtherParameterAndHeader(String method) throws ServletException, IOException {
        HttpServletRequest passed = filtered(method);

        assertThat(passed.getParameter("signed-out")).isEqualTo("yes");
        assertThat(passed.getParameterValues("signed-out")).containsExactly("yes");
        assertThat(passed.getHeader("Accept")).isEqualTo("text/html");
        assertThat(passed.getMethod()).isEqualTo(method);
    }

    @Test
    void leavesAFormAsItIs() throws ServletException, IOException {
        HttpServletRequest passed = filtered("POST");

        assertThat(passed.getParameter("jakarta.faces.ViewState")).isEqualTo("stateless");
        assertThat(passed.getHeader("Faces-Request")).isEqualTo("partial/ajax");
    }

    private static HttpServletRequest filtered(String method) throws ServletException, IOException {
        AtomicReference<HttpServletRequest> passed = new AtomicReference<>();
        TestRequest request = TestRequest.of(method, "/login")
                .header("Faces-Request", "partial/ajax")
                .header("Accept", "text/html")
                .parameter("jakarta.faces.ViewState", "stateless")
                .parameter("jakarta.faces.partial.ajax", "true")
                .parameter("primefaces.nonce", "x")
                .parameter("signed-out", "yes");

        new LinkFilter()
                .doFilter(
                        request.build(),
                        new TestResponse().build(),
                        (seen, response) -> passed.set((HttpServletRequest) seen));

        return Objects.requireNonNull(passed.get());
    }
}
