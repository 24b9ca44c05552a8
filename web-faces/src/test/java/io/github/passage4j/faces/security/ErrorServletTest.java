package io.github.passage4j.faces.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorServletTest {

    private final ErrorServlet servlet = new ErrorServlet();
    private final TestResponse response = new TestResponse();

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "413, BAD_REQUEST",
        "500, FAILURE",
        "502, FAILURE",
        "503, UNAVAILABLE"
    })
    void showsAPageAndKeepsTheStatus(int status, ErrorPage page) throws ServletException, IOException {
        TestRequest request = failed(status);

        servlet.service(request.build(), response.build());

        assertThat(response.status()).isEqualTo(status);
        assertThat(request.attribute("errorPage")).isEqualTo(page);
        assertThat(request.forwards()).containsExactly(ErrorPage.VIEW);
    }

    @Test
    void looksAtThePageOnlyWhateverTheRequestWantedToDo() throws ServletException, IOException {
        TestRequest request = TestRequest.of("PATCH", "/login").attribute(RequestDispatcher.ERROR_STATUS_CODE, 405);

        servlet.service(request.build(), response.build());

        assertThat(request.forwardedMethod()).isEqualTo("GET");
    }

    @Test
    void tellsAnExpiredViewFromAFailure() throws ServletException, IOException {
        TestRequest request = failed(500)
                .attribute(RequestDispatcher.ERROR_EXCEPTION, new ServletException(new ViewExpiredException()));

        servlet.service(request.build(), response.build());

        assertThat(response.status()).isEqualTo(409);
        assertThat(request.attribute("errorPage")).isEqualTo(ErrorPage.VIEW_EXPIRED);
    }

    @Test
    void hidesFromThePageWhatWouldMakeItAPostback() throws ServletException, IOException {
        TestRequest request = TestRequest.of("POST", "/nothing-here")
                .attribute(RequestDispatcher.ERROR_STATUS_CODE, 404)
                .parameter("jakarta.faces.partial.ajax", "true")
                .parameter("jakarta.faces.ViewState", "stateless");

        servlet.service(request.build(), response.build());

        assertThat(request.forwardedParameters()).isEmpty();
    }

    @Test
    void answersAProgramWithAProblemThatTellsNothingInternal() throws ServletException, IOException {
        TestRequest request = failed(500)
                .header("Accept", "application/json")
                .attribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("the password is secret"));

        servlet.service(request.build(), response.build());

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500}");
    }

    @Test
    void isNotThereForWhoeverAsksDirectly() throws ServletException, IOException {
        servlet.service(TestRequest.get("/error").build(), response.build());

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.isError()).isTrue();
    }

    private static TestRequest failed(int status) {
        return TestRequest.get("/x").attribute(RequestDispatcher.ERROR_STATUS_CODE, status);
    }
}
