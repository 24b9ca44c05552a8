package io.github.passage4j.server.users;

import io.github.passage4j.server.testing.MapUsers;
import java.util.function.Function;

class MapUsersTest extends UsersContract {

    private final Users users = new MapUsers();

    @Override
    <T> T inTransaction(Function<Users, T> action) {
        return action.apply(users);
    }
}
