package io.github.passage4j.core.user;

class MapUsersTest extends UsersContract {

    @Override
    protected Users users() {
        return new MapUsers(clock);
    }
}
