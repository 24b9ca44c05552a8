package io.github.passage4j.faces.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsFilterTest {

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "POST, true", "PUT, false", "DELETE, false", "PATCH, false", "X, false"})
    void letsThroughWhatItAllowsAndNamesItOtherwise(String method, boolean isAllowed)
            throws ServletException, IOException {
        TestResponse response = new TestResponse();
        AtomicBoolean passed = new AtomicBoolean();
        MethodsFilter filter = new MethodsFilter();
        filter.init(parameters(Map.of(MethodsFilter.ALLOW, "GET, HEAD, POST")));

        filter.doFilter(
                TestRequest.of(method, "/login").build(), response.build(), (request, answer) -> passed.set(true));

        assertThat(passed.get()).isEqualTo(isAllowed);
        assertThat(response.status()).isEqualTo(isAllowed ? 200 : 405);
        assertThat(response.header("Allow")).isEqualTo(isAllowed ? null : "GET, HEAD, POST");
    }

    private static FilterConfig parameters(Map<String, String> parameters) {
        return (FilterConfig) Proxy.newProxyInstance(
                MethodsFilterTest.class.getClassLoader(),
                new Class<?>[] {FilterConfig.class},
                (proxy, called, arguments) -> parameters.get((String) arguments[0]));
    }
}
