package io.github.passage4j.core.authentication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;

/** The caller of the current request: inject it where the Passage user id is needed. */
@RequestScoped
public class PassageCaller {

    private final SecurityContext security;

    @Inject
    public PassageCaller(SecurityContext security) {
        this.security = security;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected PassageCaller() {
        this.security = null;
    }

    /** The verified caller, or empty when the request is anonymous. */
    public Optional<PassageCallerPrincipal> principal() {
        return security.getPrincipalsByType(PassageCallerPrincipal.class).stream()
                .findFirst();
    }

    /**
     * The Passage user id of the caller of a protected resource.
     *
     * @throws IllegalStateException when the request is anonymous: the resource is not protected
     */
    public String passageId() {
        return principal()
                .orElseThrow(() -> new IllegalStateException("There is no caller: is the resource protected?"))
                .passageId();
    }

    /** Whether the caller holds the role {@link PassageRoles#ADMIN}; nobody does when the request is anonymous. */
    public boolean isAdministrator() {
        return security.isCallerInRole(PassageRoles.ADMIN);
    }
}
