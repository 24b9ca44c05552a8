package io.github.passage4j.core.authentication;

/** The roles that the SDK gives, for {@code @RolesAllowed} and {@code <auth-constraint>}. */
public final class PassageRoles {

    /** Every caller with a valid token. */
    public static final String USER = "user";

    /** Callers whose Passage user id is listed in {@code passage.admins}. */
    public static final String ADMIN = "admin";

    private PassageRoles() {}
}
