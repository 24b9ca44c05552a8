package io.github.passage4j.server.magiclink;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.OwnPath;
import io.github.passage4j.server.wire.PassageException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Composes the address of a link: the app's origin, the page that asked, and the token in the query. */
final class LinkAddress {

    /** Signs in. */
    static final String SIGN_IN = "psg_magic_link";

    /** Verifies an address; the Elements offer no further passkey then. */
    static final String VERIFY = "psg_verify_link";

    /** As long as browsers and mail programs take addresses. */
    private static final int LONGEST = 2_000;

    private static final int LONGEST_REDIRECT = 1_000;

    private LinkAddress() {}

    /**
     * Composes an address.
     *
     * @param path path, query and fragment of the page, at most 2000 characters; null or "" for the login page
     * @param parameter {@link #SIGN_IN} or {@link #VERIFY}
     * @throws PassageException 400 when the path leads elsewhere
     */
    static String of(App app, @Nullable String path, String parameter, String token) {
        String page = path == null || path.isEmpty() ? app.loginUrl() : escaped(path);
        OwnPath.require("magic_link_path", page, LONGEST);
        int hash = page.indexOf('#');
        String fragment = hash < 0 ? "" : page.substring(hash);
        String address = hash < 0 ? page : page.substring(0, hash);
        int mark = address.indexOf('?');
        String query = mark < 0 ? "" : rest(address.substring(mark + 1));
        return app.authOrigin() + (mark < 0 ? address : address.substring(0, mark)) + "?"
                + (query.isEmpty() ? "" : query + "&") + parameter + "=" + token
                // The Elements split the whole address at every question mark
                + fragment.replace("?", "%3F");
    }

    /**
     * Checks the page that comes after a link.
     *
     * @param redirectUrl path, or address of the app's own origin; null or "" for the app's page
     * @throws PassageException 400 when it leads elsewhere
     */
    static String redirect(App app, @Nullable String redirectUrl) {
        if (redirectUrl == null || redirectUrl.isEmpty()) {
            return app.redirectUrl();
        }
        boolean isWhole = redirectUrl.startsWith(app.authOrigin() + "/");
        OwnPath.require(
                "redirect_url",
                isWhole ? redirectUrl.substring(app.authOrigin().length()) : redirectUrl,
                LONGEST_REDIRECT);
        return redirectUrl;
    }

    /** Browsers leave these characters as they are behind the path. */
    private static String escaped(String path) {
        int end = IntStream.of(path.indexOf('?'), path.indexOf('#'))
                .filter(index -> index >= 0)
                .min()
                .orElse(path.length());
        String behind = path.substring(end)
                .replace("\\", "%5C")
                .replace("\"", "%22")
                .replace("<", "%3C")
                .replace(">", "%3E");
        return path.substring(0, end) + behind;
    }

    /** The query without tokens of earlier links, and without further question marks. */
    private static String rest(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith(SIGN_IN + "=") && !part.startsWith(VERIFY + "="))
                .map(part -> part.replace("?", "%3F"))
                .collect(Collectors.joining("&"));
    }
}
