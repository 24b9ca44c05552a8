package io.github.passage4j.faces;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A response that remembers what was answered. */
public final class TestResponse {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Cookie> cookies = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;
    private boolean isError;

    public int status() {
        return status;
    }

    /** Whether the answer was left to the container's error handling. */
    public boolean isError() {
        return isError;
    }

    /** The only value of a header, or {@code null}; fails when there are several. */
    public @Nullable String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new AssertionError(name + " was sent more than once: " + values);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    public List<Cookie> cookies() {
        return cookies;
    }

    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        return body.toByteArray();
    }

    public HttpServletResponse build() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, called, arguments) -> {
                    switch (called.getName()) {
                        case "setStatus" -> status = (int) arguments[0];
                        case "sendError" -> {
                            status = (int) arguments[0];
                            isError = true;
                        }
                        case "setHeader" ->
                            headers.put((String) arguments[0], new ArrayList<>(List.of((String) arguments[1])));
                        case "addHeader" ->
                            headers.computeIfAbsent((String) arguments[0], name -> new ArrayList<>())
                                    .add((String) arguments[1]);
                        case "setContentType" -> headers.put("Content-Type", List.of((String) arguments[0]));
                        case "addCookie" -> cookies.add((Cookie) arguments[0]);
                        case "getOutputStream" -> {
                            return stream();
                        }
                        case "setContentLength", "flushBuffer" -> {}
                        default -> throw new UnsupportedOperationException(called.getName());
                    }
                    return null;
                });
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                body.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
