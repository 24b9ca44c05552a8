package io.github.passage4j.core.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Magic links over HTTP. Thread-safe. */
@ApplicationScoped
public class HttpPassageMagicLinks implements PassageMagicLinks {

    private final ManagementApi api;

    @Inject
    public HttpPassageMagicLinks(ManagementApi api) {
        this.api = api;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected HttpPassageMagicLinks() {
        this.api = null;
    }

    @Override
    public MagicLink create(MagicLinkRequest request) {
        return MagicLink.from(ManagementAnswer.member(
                PassageCalls.call(() -> api.change("POST", "/magic-links", request.toJson())), "magic_link"));
    }
}
