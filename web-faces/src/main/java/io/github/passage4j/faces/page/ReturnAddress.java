package io.github.passage4j.faces.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page that somebody asked for before they signed in: a path of this server with its query, and never anything else. */
public final class ReturnAddress {

    /** The parameter of {@code /login} and {@code /register} that carries it. */
    public static final String PARAMETER = "return-to";

    private static final int MAX_LENGTH = 1000;

    /** Where signing in leads anyway, and what nobody wants to come back to. */
    private static final Set<String> POINTLESS =
            Set.of("/", "/dashboard", "/login", "/register", "/logout", "/session", "/unauthorized", "/error");

    private ReturnAddress() {}

    /** The address that was handed over; empty when there is none, or it leads off this site or nowhere. */
    public static Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).filter(address -> isOwn(request, address));
    }

    /** The page that was handed over, whichever of ours it is; the start page when it is none. */
    static String pageIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER))
                .filter(address -> isOnThisSite(request, address))
                .orElse(request.getContextPath() + "/");
    }

    /** The login page, told to come back to what this request asks for: to the page of a form when it is a form that was sent. */
    public static String loginFrom(HttpServletRequest request) {
        String login = request.getContextPath() + "/login";
        String wanted = wanted(request);
        return isOwn(request, wanted)
                ? login + "?" + PARAMETER + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
                : login;
    }

    /** A link that opens the page anew from which this request came: empty when that is the very address, as the error page has it, too. */
    public static String retryOf(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) ? shownBy(request) : "";
    }

    /** The page that this request shows, also when it was forwarded or failed. */
    static String shownBy(HttpServletRequest request) {
        for (String original : List.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)) {
            if (request.getAttribute(original) instanceof String path) {
                return page(request, path, null);
            }
        }
        return wanted(request);
    }

    private static String wanted(HttpServletRequest request) {
        return page(request, request.getRequestURI(), request.getQueryString());
    }

    private static String page(HttpServletRequest request, String path, @Nullable String query) {
        if ("GET".equals(request.getMethod())) {
            return query == null ? path : path + "?" + query;
        }
        int end = path.indexOf('/', request.getContextPath().length() + 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static boolean isOwn(HttpServletRequest request, String address) {
        String path = address.replaceFirst("[?#].*", "");
        return isOnThisSite(request, address)
                && !POINTLESS.contains(path.substring(request.getContextPath().length()));
    }

    /** Browsers read a backslash as a slash, and skip tabs and line ends: nothing of that passes. */
    private static boolean isOnThisSite(HttpServletRequest request, String address) {
        String root = request.getContextPath() + "/";
        if (address.length() > MAX_LENGTH
                || !address.startsWith(root)
                || address.startsWith("//")
                || !address.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')) {
            return false;
        }
        try {
            URI uri = new URI(address);
            String path = uri.getRawPath();
            return !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && path != null
                    && path.equals(uri.normalize().getRawPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
