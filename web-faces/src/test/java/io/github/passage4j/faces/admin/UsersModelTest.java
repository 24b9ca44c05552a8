package io.github.passage4j.faces.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.core.user.UserListing;
import io.github.passage4j.core.user.UserListing.Order;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

class UsersModelTest {

    private static final Map<String, SortMeta> BY_NAME = Map.of(
            "list:users:name",
            SortMeta.builder().field("name").order(SortOrder.ASCENDING).build());

    private final List<UserListing> listings = new ArrayList<>();
    private List<Long> stored = LongStream.rangeClosed(1, 60).boxed().toList();

    @Test
    void loadsAPageOfTheNumbers() {
        UsersModel model = model(Order.NAME, false);

        assertThat(model.count(Map.of())).isEqualTo(60);
        assertThat(ids(model.load(25, 25, BY_NAME, Map.of())))
                .isEqualTo(LongStream.rangeClosed(26, 50).boxed().toList());
        assertThat(listings).containsExactly(new UserListing(null, null, Order.NAME, false));
    }

    @Test
    void loadsWhatIsLeftOnTheLastPageAndNothingBehindIt() {
        UsersModel model = model(Order.NAME, false);

        assertThat(ids(model.load(50, 25, BY_NAME, Map.of()))).hasSize(10);
        assertThat(ids(model.load(75, 25, BY_NAME, Map.of()))).isEmpty();
    }

    @Test
    void holdsNoMoreThanATableShows() {
        stored = LongStream.rangeClosed(1, UserDirectory.MAX_LISTED + 1).boxed().toList();
        UsersModel model = model(Order.NAME, false);

        assertThat(model.count(Map.of())).isEqualTo(UserDirectory.MAX_LISTED);
        assertThat(ids(model.load(UserDirectory.MAX_LISTED - 25, 50, BY_NAME, Map.of())))
                .hasSize(25)
                .doesNotContain((long) UserDirectory.MAX_LISTED + 1);
    }

    @Test
    void filtersAndSortsAsTheTableSays() {
        UsersModel model = model(Order.CREATED, true);
        Map<String, FilterMeta> filters =
                Map.of("list:users:name", filter("name", "Ada"), "list:users:passageId", filter("passageId", "u5R"));

        model.count(filters);
        model.load(0, 25, BY_NAME, filters);

        assertThat(listings).last().isEqualTo(new UserListing("Ada", "u5R", Order.NAME, false));
        assertThat(model.listing()).isEqualTo(listings.get(1));
    }

    @Test
    void showsTheLastFirstWhenNothingIsSorted() {
        UsersModel model = model(Order.NAME, false);

        model.load(0, 25, Map.of(), Map.of());

        assertThat(listings).containsExactly(new UserListing(null, null, Order.CREATED, true));
    }

    private static FilterMeta filter(String field, String value) {
        return FilterMeta.builder().field(field).filterValue(value).build();
    }

    private UsersModel model(Order order, boolean descending) {
        return new UsersModel(directory(), new UserListing(null, null, order, descending));
    }

    private static List<Long> ids(List<User> users) {
        return users.stream().map(user -> Long.valueOf(user.passageId())).toList();
    }

    /** Each row has its number as its id at Passage. */
    @SuppressWarnings("unchecked")
    private UserDirectory directory() {
        return (UserDirectory) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {UserDirectory.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "list" -> {
                        listings.add((UserListing) arguments[0]);
                        yield stored;
                    }
                    case "rows" ->
                        ((List<Long>) arguments[0])
                                .stream()
                                        .map(id -> User.create(id.toString(), null, Instant.EPOCH))
                                        .toList();
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
