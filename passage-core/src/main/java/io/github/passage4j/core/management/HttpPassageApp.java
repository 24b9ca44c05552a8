package io.github.passage4j.core.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The app's settings over HTTP. Thread-safe. */
@ApplicationScoped
public class HttpPassageApp implements PassageApp {

    private final ManagementApi management;
    private final AuthApi auth;

    @Inject
    public HttpPassageApp(ManagementApi management, AuthApi auth) {
        this.management = management;
        this.auth = auth;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected HttpPassageApp() {
        this.management = null;
        this.auth = null;
    }

    @Override
    public AppInfo publicInfo() {
        return AppInfo.from(ManagementAnswer.member(PassageCalls.call(() -> auth.read("", null)), "app"));
    }

    @Override
    public AppInfo info() {
        return AppInfo.from(ManagementAnswer.member(PassageCalls.call(() -> management.read("")), "app"));
    }
}
