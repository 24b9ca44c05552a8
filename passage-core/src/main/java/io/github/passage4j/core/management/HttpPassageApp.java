package io.github.passage4j.core.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The app's settings over HTTP. Thread-safe. */
@ApplicationScoped
public class HttpPassageApp implements PassageApp {

    private final ManagementApi api;

    @Inject
    public HttpPassageApp(ManagementApi api) {
        this.api = api;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected HttpPassageApp() {
        this.api = null;
    }

    @Override
    public AppInfo publicInfo() {
        return AppInfo.from(ManagementAnswer.member(PassageCalls.call(() -> api.readPublic("")), "app"));
    }

    @Override
    public AppInfo info() {
        return AppInfo.from(ManagementAnswer.member(PassageCalls.call(() -> api.read("")), "app"));
    }
}
