package io.github.passage4j.core.authentication;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request and its response, as far as authentication looks at them. Whatever else is called fails. */
public final class FakeHttp {

    private final List<String> authorization = new ArrayList<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>();
    private final List<Cookie> setCookies = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;
    private @Nullable String contentType;
    private @Nullable String destination;
    private List<String> forwarded = List.of();
    private String address = "192.0.2.1";

    public FakeHttp authorization(String... values) {
        authorization.addAll(Arrays.asList(values));
        return this;
    }

    public FakeHttp bearer(String token) {
        return authorization("Bearer " + token);
    }

    public FakeHttp cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    /** Where the request comes from. */
    public FakeHttp from(String client) {
        address = client;
        return this;
    }

    /** What proxies say about the client. */
    public FakeHttp forwarded(String... values) {
        forwarded = List.of(values);
        return this;
    }

    /** What the browser wants the answer for. */
    public FakeHttp destination(String value) {
        destination = value;
        return this;
    }

    public HttpServletRequest request() {
        return fake(HttpServletRequest.class, this::request);
    }

    public HttpServletResponse response() {
        return fake(HttpServletResponse.class, this::response);
    }

    public int status() {
        return status;
    }

    public @Nullable String contentType() {
        return contentType;
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    public List<Cookie> setCookies() {
        return setCookies;
    }

    private @Nullable Object request(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getHeaders" ->
                Collections.enumeration("X-Forwarded-For".equals(arguments[0]) ? forwarded : authorization);
            case "getHeader" ->
                switch ((String) arguments[0]) {
                    case "Authorization" -> authorization.isEmpty() ? null : authorization.get(0);
                    case "Sec-Fetch-Dest" -> destination;
                    default -> null;
                };
            case "getRemoteAddr" -> address;
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(new Cookie[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private @Nullable Object response(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "setStatus" -> status = (int) arguments[0];
            case "setContentType" -> contentType = (String) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "addCookie" -> setCookies.add((Cookie) arguments[0]);
            case "flushBuffer" -> {}
            case "getOutputStream" -> {
                return new BodyStream(body);
            }
            default -> throw new UnsupportedOperationException(method.getName());
        }
        return null;
    }

    static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class BodyStream extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        BodyStream(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            target.write(b);
        }
    }
}
