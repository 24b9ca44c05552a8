package io.github.passage4j.it.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.core.administration.AdminAction;
import io.github.passage4j.core.administration.AdminChange;
import io.github.passage4j.core.administration.AdminChanges;
import io.github.passage4j.core.administration.ChangeExistsException;
import io.github.passage4j.core.administration.ChangeRequest;
import io.github.passage4j.core.administration.Outcome;
import io.github.passage4j.it.support.Archives;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The record of administrators' changes on JPA and Derby. */
@ExtendWith(ArquillianExtension.class)
class AdminChangesIT {

    private static final int CLICKS = 20;
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

    @Inject
    AdminChanges changes;

    private final String passageId = UUID.randomUUID().toString();

    @Deployment
    @TargetsContainer("api")
    static WebArchive deployment() {
        return Archives.restApiWith(AdminChangesIT.class);
    }

    @Test
    void keepsAChangeFromItsBeginningToItsEnd() {
        ChangeRequest request = request(AdminAction.REVOKE_PASSKEY, "d1");

        changes.begin(request, "Ada's laptop \uD83D\uDCBB", NOW);

        assertThat(changes.find(request.id())).map(AdminChange::outcome).contains(Outcome.UNKNOWN);

        changes.end(request.id(), Outcome.DONE, NOW.plusSeconds(1));

        assertThat(changes.find(request.id()))
                .contains(new AdminChange(
                        request.id(),
                        "grace",
                        AdminAction.REVOKE_PASSKEY,
                        passageId,
                        "d1",
                        "Ada's laptop \uD83D\uDCBB",
                        NOW,
                        Outcome.DONE));
    }

    @Test
    void beginsARequestOnceHoweverOftenItComesAtOnce() throws Exception {
        ChangeRequest request = request(AdminAction.DEACTIVATE, null);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(CLICKS);
        List<Future<Boolean>> clicks = new ArrayList<>();
        for (int i = 0; i < CLICKS; i++) {
            clicks.add(threads.submit(() -> {
                start.await();
                return begins(request);
            }));
        }

        start.countDown();

        List<Boolean> begun = new ArrayList<>();
        for (Future<Boolean> click : clicks) {
            begun.add(click.get());
        }
        threads.shutdown();
        assertThat(begun).hasSize(CLICKS).filteredOn(first -> first).hasSize(1);
        assertThat(changes.of(passageId, 10)).hasSize(1);
    }

    private boolean begins(ChangeRequest request) {
        try {
            changes.begin(request, null, NOW);
            return true;
        } catch (ChangeExistsException e) {
            return false;
        }
    }

    @Test
    void neverRewritesAnOutcome() {
        ChangeRequest request = request(AdminAction.ACTIVATE, null);
        changes.begin(request, null, NOW);
        changes.end(request.id(), Outcome.REFUSED, NOW);

        assertThatThrownBy(() -> changes.end(request.id(), Outcome.DONE, NOW)).isNotNull();

        assertThat(changes.find(request.id())).map(AdminChange::outcome).contains(Outcome.REFUSED);
    }

    @Test
    void takesLongNamesOfPasskeysWithoutTearingACharacter() {
        ChangeRequest request = request(AdminAction.REVOKE_PASSKEY, "d1");

        changes.begin(request, "x" + "\uD83D\uDCBB".repeat(150), NOW);

        assertThat(changes.find(request.id())).map(AdminChange::passkeyName).contains("x" + "\uD83D\uDCBB".repeat(99));
    }

    @Test
    void listsTheLatestFirstAndThoseOfThisUserOnly() {
        changes.begin(request(AdminAction.ACTIVATE, null), null, NOW);
        changes.begin(request(AdminAction.END_SESSIONS, null), null, NOW.plusSeconds(2));
        changes.begin(request(AdminAction.DEACTIVATE, null), null, NOW.plusSeconds(1));

        assertThat(changes.of(passageId, 2))
                .extracting(AdminChange::action)
                .containsExactly(AdminAction.END_SESSIONS, AdminAction.DEACTIVATE);
        assertThat(changes.of("nobody", 2)).isEqualTo(List.of());
    }

    private ChangeRequest request(AdminAction action, String passkeyId) {
        return new ChangeRequest(UUID.randomUUID(), "grace", action, passageId, passkeyId);
    }
}
