package io.github.passage4j.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.RunScript;
import io.github.passage4j.it.support.Visitor;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The server is killed hard while people stand between any two steps of the way from sign-up to row, and while others are in the middle of
 * one. Whoever comes back gets in, and has one row.
 */
class HardKillIT {

    private static final List<Consumer<Visitor>> WAY = List.of(
            Visitor::signUp,
            Visitor::beginPasskey,
            Visitor::finishPasskey,
            visitor -> expect(204, visitor.openSession()),
            visitor -> expect(201, visitor.callBack("Ada")),
            visitor -> expect(200, visitor.dashboard()));

    private static final int FINISH_PASSKEY = 3;
    private static final int CROWD = 4;
    private static final int KILLS = 2;

    private final List<Visitor> everybody = new ArrayList<>();

    @Test
    void losesNobodyAndMakesNobodyTwiceWhereverItIsKilled() throws Exception {
        try (RunScript product = new RunScript()) {
            product.start();
            for (int kill = 0; kill < KILLS; kill++) {
                List<Visitor> standing = standBetweenAllSteps(product);
                List<Visitor> walking = killWhileACrowdIsUnderWay(product);
                product.start(Map.of("PASSAGE_ADMINS", everybody.get(WAY.size()).passageId()));
                for (int done = 0; done < standing.size(); done++) {
                    comeBack(standing.get(done), done >= FINISH_PASSKEY);
                }
                walking.forEach(HardKillIT::comeBackFromSomewhere);
            }

            List<String> rows = passageIdsOfAllRows(everybody.get(WAY.size()));

            assertThat(rows)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            everybody.stream().map(Visitor::passageId).toList());
        }
    }

    /** One visitor for each number of steps: none, one, and so on to all. */
    private List<Visitor> standBetweenAllSteps(RunScript product) {
        List<Visitor> standing = new ArrayList<>();
        for (int done = 0; done <= WAY.size(); done++) {
            Visitor visitor = newVisitor(product);
            WAY.subList(0, done).forEach(step -> step.accept(visitor));
            standing.add(visitor);
        }
        everybody.addAll(standing);
        return standing;
    }

    /** Each of the crowd registers one visitor after the other, until there is no answer any more. */
    private List<Visitor> killWhileACrowdIsUnderWay(RunScript product) throws InterruptedException {
        ConcurrentLinkedQueue<Visitor> visitors = new ConcurrentLinkedQueue<>();
        CountDownLatch allUnderWay = new CountDownLatch(CROWD);
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Thread thread = new Thread(() -> {
                try {
                    while (true) {
                        Visitor visitor = newVisitor(product);
                        visitors.add(visitor);
                        WAY.forEach(step -> step.accept(visitor));
                        allUnderWay.countDown();
                    }
                } catch (IllegalStateException e) {
                    // Killed: as it should be
                }
            });
            thread.start();
            crowd.add(thread);
        }
        assertThat(allUnderWay.await(2, TimeUnit.MINUTES)).isTrue();

        product.killHard();

        for (Thread thread : crowd) {
            thread.join();
        }
        everybody.addAll(visitors);
        return List.copyOf(visitors);
    }

    private static void comeBack(Visitor visitor, boolean hasPasskey) {
        if (hasPasskey) {
            visitor.beginLogin();
            visitor.finishLogin();
        } else {
            visitor.signUp();
            visitor.beginPasskey();
            visitor.finishPasskey();
        }
        arrive(visitor);
    }

    /** Nobody knows how far they came: the look-up tells whether there is an account with a passkey, as it tells the Elements. */
    private static void comeBackFromSomewhere(Visitor visitor) {
        comeBack(visitor, visitor.hasPasskey());
    }

    /** The callback and the first page at once, as after a registration; then the row is there, once. */
    private static void arrive(Visitor visitor) {
        assertThat(visitor.callBack("Ada").statusCode()).isIn(200, 201);
        expect(200, visitor.dashboard());
        expect(200, visitor.row());
    }

    private static Visitor newVisitor(RunScript product) {
        return new Visitor(product.origin(), product.appId());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static List<String> passageIdsOfAllRows(Visitor administrator) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            HttpResponse<String> answer = administrator.rows(next);
            expect(200, answer);
            JsonObject page = Api.json(answer);
            page.getJsonArray("users").getValuesAs(JsonObject.class).stream()
                    .map(row -> row.getString("passageId"))
                    .forEach(ids::add);
            next = page.getString("next", "");
        } while (!next.isEmpty());
        return ids;
    }
}
