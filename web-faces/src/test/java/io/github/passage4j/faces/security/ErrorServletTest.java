package io.github.passage4j.faces.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
        "409, CONFLICT",
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
    void saysThatTheAccountIsGoneWhereThatIsWhy() throws ServletException, IOException {
        TestRequest request = failed(401).attribute(ErrorPage.ATTRIBUTE, ErrorPage.ACCOUNT_GONE);

        servlet.service(request.build(), response.build());

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(request.attribute("errorPage")).isEqualTo(ErrorPage.ACCOUNT_GONE);
    }

    @Test
    void tellsASilentPassageFromASignInThatNobodyCanCheck() throws ServletException, IOException {
        TestRequest request = failed(503);
        ErrorPage.PASSAGE_SILENT.send(request.build(), response.build());

        servlet.service(request.build(), response.build());

        assertThat(response.status()).isEqualTo(503);
        assertThat(request.attribute("errorPage")).isEqualTo(ErrorPage.PASSAGE_SILENT);
        assertThat(ErrorPage.PASSAGE_SILENT.isRetryHelps()).isTrue();
    }

    @Test
    void showsNoPageThatWasChosenForAnotherStatus() throws ServletException, IOException {
        TestRequest request = failed(500).attribute(ErrorPage.ATTRIBUTE, ErrorPage.ACCOUNT_GONE);

        servlet.service(request.build(), response.build());

        assertThat(request.attribute("errorPage")).isEqualTo(ErrorPage.FAILURE);
    }

    @Test
    void leadsBackToTheVeryAddressThatWasLookedAt() throws ServletException, IOException {
        TestRequest request = TestRequest.get("/error")
                .query("a=b")
                .attribute(RequestDispatcher.ERROR_STATUS_CODE, 503)
                .attribute(RequestDispatcher.ERROR_REQUEST_URI, "/dashboard");

        servlet.service(request.build(), response.build());

        assertThat(request.attribute("retryAddress")).isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource({"/profile/name, /profile", "/profile, /profile", "//evil.example/x, /", "/, /"})
    void leadsFromAFormThatFailedBackToItsPage(String form, String page) throws ServletException, IOException {
        TestRequest request = TestRequest.of("POST", "/error")
                .attribute(RequestDispatcher.ERROR_STATUS_CODE, 503)
                .attribute(RequestDispatcher.ERROR_REQUEST_URI, form);

        servlet.service(request.build(), response.build());

        assertThat(request.attribute("retryAddress")).isEqualTo(page);
    }

    @Test
    void tellsAReferenceOfAFailureThatTheLogHasToo() throws ServletException, IOException {
        TestRequest request = failed(500).attribute(RequestDispatcher.ERROR_REQUEST_URI, "/x");
        List<String> logged = new ArrayList<>();
        Handler log = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(ErrorServlet.class.getName());
        logger.addHandler(log);
        try {
            servlet.service(request.build(), response.build());
        } finally {
            logger.removeHandler(log);
        }

        assertThat(logged).containsExactly("Failure " + request.attribute("errorReference") + " at GET /x");
    }

    @Test
    void hasNoReferenceForWhatIsNoFailureOfOurs() throws ServletException, IOException {
        TestRequest request = failed(404);

        servlet.service(request.build(), response.build());

        assertThat(request.attribute("errorReference")).isNull();
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
                .matches("\\{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                        + "\"detail\":\"The server failed\\. Its log knows more under [0-9a-f]{8}\\.\"}");
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
