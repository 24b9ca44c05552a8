package io.github.passage4j.server.users;

import io.github.passage4j.server.users.Criterion.Operator;
import io.github.passage4j.server.wire.WireInstant;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a query for accounts into JPQL. Names of columns and operators are ours, values are parameters. */
final class UserConditions {

    private final StringBuilder where = new StringBuilder(" WHERE u.appId = :app AND u.createdAt < :before");
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<UserQuery.Order> order;

    UserConditions(UserQuery query) {
        parameters.put("app", query.appId());
        parameters.put("before", query.createdBefore());
        query.criteria()
                .forEach(criterion ->
                        where.append(" AND (").append(condition(criterion)).append(')'));
        order = query.order();
    }

    /** The conditions, beginning with WHERE. */
    String where() {
        return where.toString();
    }

    /** The order, ending with the id so that pages don't overlap. */
    String orderBy() {
        String fields = order.isEmpty()
                ? "u.createdAt DESC"
                : order.stream().map(UserConditions::order).collect(Collectors.joining(", "));
        return " ORDER BY " + fields + ", u.id";
    }

    /** Gives a query the values. */
    <T> TypedQuery<T> bind(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String order(UserQuery.Order order) {
        String direction = order.ascending() ? " ASC" : " DESC";
        // Who never signed in did so in the year 1
        String nulls = order.ascending() ? " NULLS FIRST" : " NULLS LAST";
        return column(order.field()) + direction + (order.field() == Criterion.Field.LAST_LOGIN_AT ? nulls : "");
    }

    private String condition(Criterion criterion) {
        return switch (criterion.field()) {
            case IDENTIFIER -> identifier(criterion);
            case STATUS -> status(criterion);
            case LAST_LOGIN_AT -> lastLogin(criterion);
            default -> compare(column(criterion.field()), criterion.operator(), criterion.value());
        };
    }

    private String identifier(Criterion criterion) {
        Operator operator = criterion.operator();
        boolean isNegative = operator == Operator.NE || operator == Operator.NOT_LIKE;
        String email = compare("u.email", operator, criterion.value());
        String phone = compare("u.phone", operator, criterion.value());
        return isNegative
                ? "(u.email IS NULL OR " + email + ") AND (u.phone IS NULL OR " + phone + ")"
                : email + " OR " + phone;
    }

    private String status(Criterion criterion) {
        String wanted = criterion.value().toString();
        List<UserStatus> matching = Arrays.stream(UserStatus.values())
                .filter(status -> matches(status.text(), criterion.operator(), wanted))
                .toList();
        return matching.isEmpty() ? "1 = 0" : "u.status IN " + parameter(matching);
    }

    private String lastLogin(Criterion criterion) {
        Operator operator = criterion.operator();
        if (criterion.value().equals(WireInstant.NEVER)) {
            return switch (operator) {
                case EQ -> "u.lastLoginAt IS NULL";
                case LT -> "1 = 0";
                default -> "u.lastLoginAt IS NOT NULL";
            };
        }
        String compared = compare("u.lastLoginAt", operator, criterion.value());
        return operator == Operator.NE || operator == Operator.LT ? "u.lastLoginAt IS NULL OR " + compared : compared;
    }

    private String compare(String column, Operator operator, Object value) {
        return switch (operator) {
            case EQ -> column + " = " + parameter(value);
            case NE -> column + " <> " + parameter(value);
            case GT -> column + " > " + parameter(value);
            case LT -> column + " < " + parameter(value);
            case LIKE -> column + " LIKE " + parameter(pattern(value)) + " ESCAPE '!'";
            case NOT_LIKE -> column + " NOT LIKE " + parameter(pattern(value)) + " ESCAPE '!'";
        };
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static String pattern(Object value) {
        return "%" + value.toString().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static boolean matches(String text, Operator operator, String value) {
        return switch (operator) {
            case EQ -> text.equals(value);
            case NE -> !text.equals(value);
            case GT -> text.compareTo(value) > 0;
            case LT -> text.compareTo(value) < 0;
            case LIKE -> text.contains(value);
            case NOT_LIKE -> !text.contains(value);
        };
    }

    private static String column(Criterion.Field field) {
        return switch (field) {
            case IDENTIFIER -> "u.email";
            case ID -> "u.id";
            case STATUS -> "u.status";
            case LOGIN_COUNT -> "u.loginCount";
            case CREATED_AT -> "u.createdAt";
            case UPDATED_AT -> "u.updatedAt";
            case LAST_LOGIN_AT -> "u.lastLoginAt";
        };
    }
}
