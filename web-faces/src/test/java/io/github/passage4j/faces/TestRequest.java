package io.github.passage4j.faces;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as a container would hand it over, as far as this module looks at one. */
public final class TestRequest {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String[]> parameters = new TreeMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<String> forwards = new ArrayList<>();
    private final String method;
    private final String path;
    private final List<Cookie> cookies = new ArrayList<>();
    private @Nullable Principal principal;
    private @Nullable String query;
    private @Nullable String pathInfo;
    private String body = "";
    private @Nullable String forwardedMethod;
    private Set<String> forwardedParameters = Set.of();

    private TestRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public static TestRequest get(String path) {
        return new TestRequest("GET", path);
    }

    public static TestRequest of(String method, String path) {
        return new TestRequest(method, path);
    }

    public TestRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public TestRequest parameter(String name, String value) {
        parameters.put(name, new String[] {value});
        return this;
    }

    /** What comes after the path that the servlet is mapped to. */
    public TestRequest pathInfo(String text) {
        pathInfo = text;
        return this;
    }

    public TestRequest query(String text) {
        query = text;
        return this;
    }

    public TestRequest cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    public TestRequest json(String text) {
        body = text;
        return header("Content-Type", "application/json");
    }

    public TestRequest attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    public TestRequest caller(Principal caller) {
        this.principal = caller;
        return this;
    }

    /** The addresses that the request was forwarded to. */
    public List<String> forwards() {
        return forwards;
    }

    public @Nullable String forwardedMethod() {
        return forwardedMethod;
    }

    /** The names of the parameters that the target of the forward saw. */
    public Set<String> forwardedParameters() {
        return forwardedParameters;
    }

    public @Nullable Object attribute(String name) {
        return attributes.get(name);
    }

    public HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getDispatcherType" -> DispatcherType.REQUEST;
                    case "getServletPath" -> path;
                    case "getPathInfo" -> pathInfo;
                    case "getLocale" -> Locale.GERMAN;
                    case "getContextPath" -> "";
                    case "getRequestURI" -> path;
                    case "getQueryString" -> query;
                    case "getContentType" -> headers.get("Content-Type");
                    case "getInputStream" -> new BodyOf(body);
                    case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(new Cookie[0]);
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getParameter" ->
                        Optional.ofNullable(parameters.get((String) arguments[0]))
                                .map(values -> values[0])
                                .orElse(null);
                    case "getParameterValues" -> parameters.get((String) arguments[0]);
                    case "getParameterMap" -> parameters;
                    case "getUserPrincipal" -> principal;
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getRequestDispatcher" -> dispatcher((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static final class BodyOf extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        BodyOf(String text) {
            bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private RequestDispatcher dispatcher(String target) {
        return (RequestDispatcher) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RequestDispatcher.class}, (proxy, called, arguments) -> {
                    forwards.add(target);
                    HttpServletRequest seen = (HttpServletRequest) arguments[0];
                    forwardedMethod = seen.getMethod();
                    forwardedParameters = seen.getParameterMap().keySet();
                    return null;
                });
    }
}
