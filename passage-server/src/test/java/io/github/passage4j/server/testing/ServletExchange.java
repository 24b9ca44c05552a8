package io.github.passage4j.server.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request and what is answered, for filters and servlets without a server. Knows only what they ask for. */
public final class ServletExchange {

    private final String method;
    private final String servletPath;
    private final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = HttpServletResponse.SC_OK;
    private int errorStatus;
    private boolean isPassedOn;

    private ServletExchange(String method, String servletPath) {
        this.method = method;
        this.servletPath = servletPath;
    }

    /** A request. */
    public static ServletExchange of(String method, String servletPath) {
        return new ServletExchange(method, servletPath);
    }

    /** The request has a header. */
    public ServletExchange with(String header, String value) {
        requestHeaders.put(header, value);
        return this;
    }

    /** The container sends the request here because of an error. */
    public ServletExchange afterError(int because) {
        errorStatus = because;
        return this;
    }

    /** The request. */
    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, this::ask);
    }

    /** The answer, to be written. */
    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, this::answer);
    }

    /** A filter let the request pass. */
    public void passOn() {
        isPassedOn = true;
    }

    /** Whether a filter let the request pass. */
    public boolean isPassedOn() {
        return isPassedOn;
    }

    /** Status of the answer. */
    public int status() {
        return status;
    }

    /** A header of the answer; empty when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Body of the answer. */
    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    /** The same in bytes. */
    public byte[] bytes() {
        return body.toByteArray();
    }

    private @Nullable Object ask(Method asked, Object[] arguments) {
        return switch (asked.getName()) {
            case "getMethod" -> method;
            case "getServletPath" -> servletPath;
            case "getHeader" -> requestHeaders.get(arguments[0].toString());
            case "getDispatcherType" -> errorStatus == 0 ? DispatcherType.REQUEST : DispatcherType.ERROR;
            case "getAttribute" -> RequestDispatcher.ERROR_STATUS_CODE.equals(arguments[0]) ? errorStatus : null;
            default -> throw new UnsupportedOperationException(asked.getName());
        };
    }

    private @Nullable Object answer(Method called, Object[] arguments) {
        switch (called.getName()) {
            case "setHeader" -> headers.put(arguments[0].toString(), arguments[1].toString());
            case "setCharacterEncoding" -> {}
            case "setContentType" -> headers.put("Content-Type", arguments[0].toString());
            case "setStatus" -> status = (int) arguments[0];
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "getOutputStream" -> {
                return new Body();
            }
            default -> throw new UnsupportedOperationException(called.getName());
        }
        return null;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments == null ? new Object[0] : arguments)));
    }

    /** What a call returns. */
    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments);
    }

    private final class Body extends ServletOutputStream {

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
    }
}
