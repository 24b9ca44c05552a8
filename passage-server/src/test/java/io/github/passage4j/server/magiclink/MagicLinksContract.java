package io.github.passage4j.server.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.magiclink.MagicLinks.Issued;
import io.github.passage4j.server.magiclink.MagicLinks.Opened;
import io.github.passage4j.server.magiclink.MagicLinks.Order;
import io.github.passage4j.server.message.OwnerProved;
import io.github.passage4j.server.testing.DirectEvent;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import jakarta.enterprise.event.Event;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What magic links do, wherever they are kept. */
abstract class MagicLinksContract {

    static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";
    static final Order ORDER =
            new Order("u5RnV8sLq2KdT0yHb7MwXc3e", "ada@example.org", "/dashboard", Duration.ofMinutes(10));

    final MutableClock clock = new MutableClock();
    final SecureRandom random = new SecureRandom();
    final App app = Samples.app();
    final List<AccountEvent> fired = new CopyOnWriteArrayList<>();
    final Event<AccountEvent> events = new DirectEvent<>(fired::add);

    @SuppressWarnings("NullAway.Init") // before each test
    ServerKey key;

    @BeforeEach
    void openKey(@TempDir Path directory) {
        key = ServerKey.open(Samples.config(directory), random);
    }

    /** Does something in a transaction. */
    abstract <T> T inTransaction(Function<MagicLinks, T> action);

    Issued issue() {
        return inTransaction(links -> links.issue(app, ORDER));
    }

    @Test
    void tellsTheAccountOfLinksThatServersGetOnly() {
        issue();
        assertThat(fired).isEmpty();

        inTransaction(links -> links.issueToServer(app, ORDER));

        assertThat(fired)
                .containsExactly(AccountEvent.completed(app.id(), ORDER.userId(), EventType.MAGIC_LINK_CREATE));
    }

    Optional<Opened> open(String token) {
        return open(app, token);
    }

    private Optional<Opened> open(App at, String token) {
        return inTransaction(links -> links.open(at, token));
    }

    private Optional<Opened> collect(App at, String id) {
        return inTransaction(links -> links.collect(at, id));
    }

    private Optional<Opened> collect(String id) {
        return collect(app, id);
    }

    @Test
    void haveATokenInTheFormOfTheContract() {
        assertThat(issue().token()).matches("ml\\.[0-9A-Za-z]{24}\\.[0-9A-Za-z]{24}\\.[0-9A-Za-z]{24}");
        assertThat(issue().id()).matches("[0-9A-Za-z]{24}");
    }

    @Test
    void openOnceAndTellWhatTheyWereMadeFor() {
        Issued issued = issue();

        assertThat(open(issued.token()))
                .contains(
                        new Opened(MagicLinks.Purpose.SIGN_IN, ORDER.userId(), ORDER.recipient(), ORDER.redirectUrl()));
        assertThat(open(issued.token())).isEmpty();
    }

    @Test
    void thatChangeAnIdentifierEndWhenAnOwnerShowsUp() {
        Order change = new Order(
                MagicLinks.Purpose.CHANGE_EMAIL, ORDER.userId(), "eve@example.org", "/", Duration.ofMinutes(10));
        Order ofAnother =
                new Order(MagicLinks.Purpose.CHANGE_PHONE, "another", "+491701234567", "/", Duration.ofMinutes(10));
        Issued ending = inTransaction(links -> links.issue(app, change));
        Issued going = inTransaction(links -> links.issue(app, ofAnother));
        Issued signingIn = issue();

        inTransaction(links -> {
            links.endChanges(new OwnerProved(app.id(), ORDER.userId()));
            return ending;
        });

        assertThat(open(ending.token())).isEmpty();
        assertThat(open(going.token())).isPresent();
        assertThat(open(signingIn.token())).isPresent();
    }

    @Test
    void openForTenMinutes() {
        Issued kept = issue();
        Issued late = issue();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(open(kept.token())).isPresent();
        clock.advance(Duration.ofMillis(1));

        assertThat(open(late.token())).isEmpty();
    }

    @Test
    void openInTheirAppOnly() {
        Issued issued = issue();

        assertThat(open(Samples.app(OTHER_APP), issued.token())).isEmpty();
        assertThat(open(issued.token())).isPresent();
        assertThat(collect(Samples.app(OTHER_APP), issued.id())).isEmpty();
    }

    @Test
    void openByTheirTokenAndNotByTheirId() {
        Issued issued = issue();

        assertThat(open(issued.id())).isEmpty();
        assertThat(open("ml.garbage")).isEmpty();
        assertThat(collect(issued.token())).isEmpty();
    }

    @Test
    void haveNothingToCollectBeforeTheyWereOpened() {
        Issued issued = issue();

        assertThat(collect(issued.id())).isEmpty();
        assertThat(collect("bbbbbbbbbbbbbbbbbbbbbbbb")).isEmpty();
        open(issued.token());
        assertThat(collect(issued.id())).isPresent();
    }

    @Test
    void areCollectedOnceWithHalfAMinuteToAskAgain() {
        Issued issued = issue();
        open(issued.token());
        collect(issued.id());
        clock.advance(Duration.ofSeconds(30).minusMillis(1));
        assertThat(collect(issued.id())).isPresent();
        clock.advance(Duration.ofMillis(1));

        assertThat(collect(issued.id())).isEmpty();
    }

    @Test
    void areCollectedWithinTenMinutes() {
        Issued issued = issue();
        clock.advance(Duration.ofMinutes(9));
        open(issued.token());
        clock.advance(Duration.ofMinutes(10));

        assertThat(collect(issued.id())).isEmpty();
    }
}
