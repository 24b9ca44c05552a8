package io.github.passage4j.rest.openapi;

/** Names of the shared parts of the description; {@code RestApplication} defines them, the resources refer to them. */
public final class ApiDescription {

    public static final String OWN_ROW = "user";
    public static final String ADMINISTRATION = "administration";

    public static final String ETAG = "ETag";

    public static final String BAD_REQUEST = "BadRequest";
    public static final String UNAUTHORIZED = "Unauthorized";
    public static final String FOREIGN_ORIGIN = "ForeignOrigin";
    public static final String NOT_AN_ADMINISTRATOR = "NotAnAdministrator";
    public static final String NOT_FOUND = "NotFound";
    public static final String NOT_ACCEPTABLE = "NotAcceptable";
    public static final String CONFLICT = "Conflict";
    public static final String PRECONDITION_FAILED = "PreconditionFailed";
    public static final String TOO_LONG = "TooLong";
    public static final String UNSUPPORTED_TYPE = "UnsupportedType";
    public static final String TOO_MANY_REQUESTS = "TooManyRequests";
    public static final String FAILURE = "Failure";
    public static final String UNAVAILABLE = "Unavailable";

    /** A token in the {@code Authorization} header. */
    public static final String BEARER = "bearer";

    /** A token in the session cookie. */
    public static final String COOKIE = "cookie";

    private ApiDescription() {}
}
