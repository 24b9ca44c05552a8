package io.github.passage4j.faces.admin;

import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user that an administrator looks at, as far as they are known.
 *
 * @param passageId Passage user id
 * @param row ours, {@code null} when the user has none
 * @param account Passage's, {@code null} when there is none or Passage can't be asked
 * @param isPassageSilent whether Passage can't be asked
 */
record Subject(
        String passageId, @Nullable User row, @Nullable PassageUser account, boolean isPassageSilent) {

    private static final System.Logger LOG = System.getLogger(Subject.class.getName());
    private static final Pattern ID = Pattern.compile("[!-~&&[^.]][!-~]{0,63}");

    /** The user that the parameter {@code id} names; nobody when it is no id. */
    static Subject in(HttpServletRequest request, Users users, PassageUsers passageUsers) {
        String id = Objects.requireNonNullElse(request.getParameter("id"), "");
        if (!ID.matcher(id).matches()) {
            return new Subject(id, null, null, false);
        }
        User row = users.findByPassageId(id).orElse(null);
        try {
            return new Subject(id, row, passageUsers.get(id), false);
        } catch (PassageApiException e) {
            if (!e.isUserNotFound()) {
                LOG.log(System.Logger.Level.WARNING, "A user is shown without Passage, which answered {0}", e.status());
            }
            return new Subject(id, row, null, !e.isUserNotFound());
        }
    }

    /** Whether neither side knows the user. */
    boolean isNobody() {
        return row == null && account == null && !isPassageSilent;
    }
}
