package io.github.passage4j.rest.admin;

import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.core.user.UserDirectory.NamePosition;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.rest.user.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the directory into pages: one row more than the page is asked for, to know whether there is another page. */
@ApplicationScoped
public class UserPages {

    private final UserDirectory directory;
    private final Users users;

    @Inject
    public UserPages(UserDirectory directory, Users users) {
        this.directory = directory;
        this.users = users;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UserPages() {
        this.directory = null;
        this.users = null;
    }

    UserPageView page(PageRequest request) {
        if (request.passageId() != null) {
            return one(request.passageId(), request.name());
        }
        List<User> rows = request.name() == null ? byNumber(request) : byName(request, request.name());
        boolean isLast = rows.size() <= request.limit();
        List<User> shown = isLast ? rows : rows.subList(0, request.limit());
        String next = isLast
                ? null
                : Cursor.behind(shown.get(shown.size() - 1), request.name() != null)
                        .encode();
        return new UserPageView(shown.stream().map(UserView::of).toList(), next);
    }

    private UserPageView one(String passageId, @Nullable String prefix) {
        return new UserPageView(
                users
                        .findByPassageId(passageId)
                        .filter(user -> prefix == null
                                || (user.name() != null && user.name().startsWith(prefix)))
                        .map(UserView::of)
                        .stream()
                        .toList(),
                null);
    }

    private List<User> byNumber(PageRequest request) {
        long after = request.cursor() == null ? 0 : request.cursor().id();
        return directory.page(after, request.limit() + 1);
    }

    private List<User> byName(PageRequest request, String prefix) {
        Cursor cursor = request.cursor();
        NamePosition after =
                cursor == null || cursor.name() == null ? null : new NamePosition(cursor.name(), cursor.id());
        return directory.pageByName(prefix, after, request.limit() + 1);
    }
}
