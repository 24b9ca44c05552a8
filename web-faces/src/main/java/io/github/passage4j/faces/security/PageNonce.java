package io.github.passage4j.faces.security;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/** The number that the inline script of a page is known by (Content Security Policy Level 3 §2.3.1): made for one response, never taken from a request. */
public final class PageNonce {

    private static final String ATTRIBUTE = PageNonce.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private PageNonce() {}

    /** Makes the nonce of the answer to this request. */
    static String make(HttpServletRequest request) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, nonce);
        return nonce;
    }

    /**
     * The nonce of the page that is rendered.
     *
     * @throws NullPointerException when the page's address has none ({@link NonceFilter})
     */
    public static String of(FacesContext context) {
        Object nonce = context.getExternalContext().getRequestMap().get(ATTRIBUTE);
        return (String) Objects.requireNonNull(nonce, "the page has no nonce: is the filter mapped to its address?");
    }
}
