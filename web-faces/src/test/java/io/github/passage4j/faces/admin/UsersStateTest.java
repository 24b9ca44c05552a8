package io.github.passage4j.faces.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.passage4j.core.user.UserListing;
import io.github.passage4j.core.user.UserListing.Order;
import io.github.passage4j.faces.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

class UsersStateTest {

    @Test
    void showsTheLastUsersFirstUnlessAskedOtherwise() {
        UsersState state = UsersState.in(TestRequest.get("/admin/users").build());

        assertThat(state).isEqualTo(new UsersState(new UserListing(null, null, Order.CREATED, true), 0));
        assertThat(state.sortBy())
                .extracting(SortMeta::getField, SortMeta::getOrder)
                .containsExactly(tuple("created", SortOrder.DESCENDING));
    }

    @ParameterizedTest
    @CsvSource({
        "name-asc, NAME, false",
        "name-desc, NAME, true",
        "created-asc, CREATED, false",
        "created-desc, CREATED, true",
        "anything, CREATED, false"
    })
    void sortsAsTheParameterSays(String sort, Order order, boolean descending) {
        UserListing listing = UsersState.in(
                        TestRequest.get("/admin/users").parameter("sort", sort).build())
                .listing();

        assertThat(listing.order()).isEqualTo(order);
        assertThat(listing.descending()).isEqualTo(descending);
        assertThat(sort).satisfiesAnyOf(text -> assertThat(text).isEqualTo("anything"), text -> assertThat(text)
                .isEqualTo(UsersState.sortOf(listing)));
    }

    @Test
    void filtersAsTheAddressSays() {
        UsersState state = UsersState.in(TestRequest.get("/admin/users")
                .parameter("name", " Ada")
                .parameter("passageId", "u5R")
                .parameter("first", "50")
                .build());

        assertThat(state.listing().namePrefix()).isEqualTo("Ada");
        assertThat(state.listing().passageId()).isEqualTo("u5R");
        assertThat(state.first()).isEqualTo(50);
        assertThat(state.filterBy()).extracting(FilterMeta::getFilterValue).containsExactly("Ada", "u5R");
    }

    @Test
    void takesTheFieldsOfTheTableBeforeTheAddress() {
        UsersState state = UsersState.in(TestRequest.of("POST", "/admin/users")
                .parameter("name", "Ada")
                .parameter("list:users:name:filter", "")
                .parameter("list:users:passageId:filter", "u5R")
                .build());

        assertThat(state.listing().namePrefix()).isNull();
        assertThat(state.listing().passageId()).isEqualTo("u5R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "99999999999", "1.5"})
    void beginsAtTheFirstRowWhenTheNumberIsNone(String first) {
        assertThat(UsersState.in(TestRequest.get("/admin/users")
                                .parameter("first", first)
                                .build())
                        .first())
                .isZero();
    }
}
