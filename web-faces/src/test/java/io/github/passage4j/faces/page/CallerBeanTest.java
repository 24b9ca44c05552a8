package io.github.passage4j.faces.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.authentication.PassageRoles;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestRequest;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerBeanTest {

    private static final PassageCaller NOBODY = TestCaller.current(Optional.empty());

    private final HttpServletRequest request = TestRequest.get("/profile").build();

    private static PassageCaller ada(String... roles) {
        String token = TestCaller.token("u5RnV8sLq2KdT0yHb7MwXc3e", TestCaller.NOW.plusSeconds(600));
        return TestCaller.current(Optional.of(TestCaller.principal(token)), roles);
    }

    @ParameterizedTest
    @CsvSource({"404, true", "503, true", "401, false"})
    void errorPagesKnowWhoAskedUnlessTheyAreAboutThat(int status, boolean isSignedIn) {
        new CallerBean(ada(), request).remember();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);

        assertThat(new CallerBean(NOBODY, request).isSignedIn()).isEqualTo(isSignedIn);
        assertThat(new CallerBean(NOBODY, request).isAdministrator()).isFalse();
    }

    @Test
    void errorPagesKnowAdministrators() {
        new CallerBean(ada(PassageRoles.ADMIN), request).remember();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);

        assertThat(new CallerBean(NOBODY, request).isAdministrator()).isTrue();
    }

    @Test
    void strangersStayStrangers() {
        new CallerBean(NOBODY, request).remember();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);

        assertThat(new CallerBean(NOBODY, request).isSignedIn()).isFalse();
    }
}
