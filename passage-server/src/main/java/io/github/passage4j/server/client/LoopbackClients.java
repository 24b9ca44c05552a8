package io.github.passage4j.server.client;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a request was made on this machine, by somebody who asked for this machine. */
public final class LoopbackClients {

    /** Only literal addresses, so that no name is ever looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9A-Fa-f:.]+(?:%[0-9A-Za-z]+)?]?");

    private LoopbackClients() {}

    /**
     * Judges a request.
     *
     * @param ownHost host of the pages, under which developers come, too
     */
    public static boolean allow(HttpServletRequest request, String ownHost) {
        String forwarded = Stream.of("Forwarded", "X-Forwarded-For")
                .map(request::getHeader)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
        return allow(request.getRemoteAddr(), request.getHeader("Host"), forwarded, ownHost);
    }

    /**
     * Judges a request.
     *
     * @param remoteAddress where the connection comes from
     * @param host the {@code Host} header: a page elsewhere whose name leads here does not count
     * @param forwarded {@code Forwarded} or {@code X-Forwarded-For}: there when a proxy on this machine speaks for others
     * @param ownHost host of the pages, under which developers come, too
     */
    static boolean allow(String remoteAddress, @Nullable String host, @Nullable String forwarded, String ownHost) {
        return forwarded == null && host != null && isLoopback(remoteAddress) && isOurs(host, ownHost);
    }

    private static boolean isOurs(String hostHeader, String ownHost) {
        try {
            String host = URI.create("http://" + hostHeader).getHost();
            return host != null
                    && (host.equalsIgnoreCase("localhost") || host.equalsIgnoreCase(ownHost) || isLoopback(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return ADDRESS.matcher(address).matches()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
