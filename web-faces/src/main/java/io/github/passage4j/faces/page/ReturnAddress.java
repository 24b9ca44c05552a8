package io.github.passage4j.faces.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

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

    /** The login page, told to come back to what this request asks for: to the page of a form when it is a form that was sent. */
    public static String loginFrom(HttpServletRequest request) {
        String login = request.getContextPath() + "/login";
        String wanted = wanted(request);
        return isOwn(request, wanted)
                ? login + "?" + PARAMETER + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
                : login;
    }

    private static String wanted(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        if ("GET".equals(request.getMethod())) {
            return query == null ? path : path + "?" + query;
        }
        int end = path.indexOf('/', request.getContextPath().length() + 1);
        return end < 0 ? path : path.substring(0, end);
    }

    /** Browsers read a backslash as a slash, and skip tabs and line ends: nothing of that passes. */
    private static boolean isOwn(HttpServletRequest request, String address) {
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
                    && path.equals(uri.normalize().getRawPath())
                    && !POINTLESS.contains(path.substring(root.length() - 1));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
