package io.github.passage4j.core.management;

import static io.github.passage4j.core.management.UserQuery.Direction.ASCENDING;
import static io.github.passage4j.core.management.UserQuery.Direction.DESCENDING;
import static io.github.passage4j.core.management.UserQuery.Field.CREATED_AT;
import static io.github.passage4j.core.management.UserQuery.Field.IDENTIFIER;
import static io.github.passage4j.core.management.UserQuery.Field.LAST_LOGIN_AT;
import static io.github.passage4j.core.management.UserQuery.Field.LOGIN_COUNT;
import static io.github.passage4j.core.management.UserQuery.Field.STATUS;
import static io.github.passage4j.core.management.UserQuery.Operator.EQUALS;
import static io.github.passage4j.core.management.UserQuery.Operator.GREATER_THAN;
import static io.github.passage4j.core.management.UserQuery.Operator.LESS_THAN;
import static io.github.passage4j.core.management.UserQuery.Operator.LIKE;
import static io.github.passage4j.core.management.UserQuery.Operator.NOT_EQUALS;
import static io.github.passage4j.core.management.UserQuery.Operator.NOT_LIKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserQueryTest {

    @Test
    void asksForAllInPagesOfAHundred() {
        assertThat(UserQuery.all().toQueryString(3)).isEqualTo("?page=3&limit=100");
    }

    @Test
    void writesOperatorsIntoTheValues() {
        UserQuery query = UserQuery.all()
                .where(IDENTIFIER, LIKE, "ana")
                .where(STATUS, NOT_EQUALS, "inactive")
                .where(IDENTIFIER, NOT_LIKE, "test")
                .where(LOGIN_COUNT, GREATER_THAN, 3)
                .where(LAST_LOGIN_AT, LESS_THAN, Instant.parse("2025-06-01T08:30:00.1234567Z"))
                .where(STATUS, EQUALS, "active");

        assertThat(decoded(query))
                .isEqualTo("?page=1&limit=100&identifier=<like:ana>&status=<ne:inactive>&identifier=<not_like:test>"
                        + "&login_count=<gt:3>&last_login_at=<lt:2025-06-01T08:30:00.123456Z>&status=active");
    }

    @Test
    void encodesValues() {
        assertThat(UserQuery.all().where(IDENTIFIER, EQUALS, "+49 1&limit=9").toQueryString(1))
                .isEqualTo("?page=1&limit=100&identifier=%2B49%201%26limit%3D9");
    }

    @Test
    void ordersBySeveralFields() {
        UserQuery query = UserQuery.all().orderBy(STATUS, ASCENDING).orderBy(CREATED_AT, DESCENDING);

        assertThat(decoded(query)).isEqualTo("?page=1&limit=100&order_by=status:ASC,created_at:DESC");
    }

    @Test
    void anchorsPages() {
        assertThat(UserQuery.all()
                        .inPagesOf(500)
                        .createdBefore(Instant.ofEpochSecond(1767225600))
                        .toQueryString(1))
                .isEqualTo("?page=1&limit=500&created_before=1767225600");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void refusesPagesThatPassageDoesNotSend(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserQuery.all().inPagesOf(size))
                .withMessageContaining("pageSize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<like:a>", "<", "a>", "x>&status=<ne:y"})
    void refusesValuesThatCouldBeTakenForAnOperator(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserQuery.all().where(IDENTIFIER, EQUALS, value))
                .withMessageContaining("IDENTIFIER");
    }

    @Test
    void refusesLikeForCountsAndTimes() {
        assertThatIllegalArgumentException().isThrownBy(() -> UserQuery.all().where(LOGIN_COUNT, LIKE, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserQuery.all().where(CREATED_AT, NOT_LIKE, Instant.EPOCH));
    }

    @Test
    void refusesToOrderByTheIdentifier() {
        assertThatIllegalArgumentException().isThrownBy(() -> UserQuery.all().orderBy(IDENTIFIER, ASCENDING));
    }

    private static String decoded(UserQuery query) {
        return URLDecoder.decode(query.toQueryString(1), StandardCharsets.UTF_8);
    }
}
