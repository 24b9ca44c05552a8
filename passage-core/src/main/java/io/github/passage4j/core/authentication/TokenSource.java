package io.github.passage4j.core.authentication;

/** Where a request may carry its token. */
public enum TokenSource {
    /** The cookie {@code psg_auth_token} only; what the header says is ignored. */
    COOKIE,
    /** The {@code Authorization: Bearer} header only; cookies are ignored. */
    HEADER,
    /** The header when there is one, good or bad; else the cookie. What the authentication mechanism does. */
    HEADER_THEN_COOKIE
}
