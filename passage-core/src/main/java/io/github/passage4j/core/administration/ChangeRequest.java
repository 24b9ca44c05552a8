package io.github.passage4j.core.administration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that an administrator asks for.
 *
 * @param id of the request: the same one again, as of a form that was sent twice, changes nothing a second time
 * @param administrator Passage user id of who asks
 * @param action what is to be done
 * @param passageId Passage user id of whom it is done to
 * @param passkeyId Passage's id of the passkey; for {@link AdminAction#REVOKE_PASSKEY} only, else {@code null}
 */
public record ChangeRequest(
        UUID id,
        String administrator,
        AdminAction action,
        String passageId,
        @Nullable String passkeyId) {

    private static final int MAX_ID_LENGTH = 64;

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException when an id is none, or a passkey is named where none is needed, or the other way round
     */
    public ChangeRequest {
        checkId("administrator", administrator);
        checkId("passageId", passageId);
        if ((action == AdminAction.REVOKE_PASSKEY) != (passkeyId != null)) {
            throw new IllegalArgumentException("passkeyId belongs to the revocation of a passkey");
        }
        if (passkeyId != null) {
            checkId("passkeyId", passkeyId);
        }
    }

    private static void checkId(String name, String value) {
        boolean isId = !value.isBlank()
                && value.length() <= MAX_ID_LENGTH
                && !value.equals(".")
                && !value.equals("..")
                && value.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (!isId) {
            throw new IllegalArgumentException(name + " is not an id");
        }
    }

    /** Whether administrators would shut themselves out. */
    public boolean isOwnDeactivation() {
        return action == AdminAction.DEACTIVATE && administrator.equals(passageId);
    }
}
