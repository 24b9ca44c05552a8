package io.github.passage4j.faces.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.management.HttpPassageUsers;
import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.user.NameDrafts;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestPassage;
import io.github.passage4j.faces.TestSessions;
import io.github.passage4j.faces.security.GoneAccount;
import java.lang.reflect.Proxy;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class DashboardBeanTest {

    private static final String ADA = "user-ada";

    private final Map<String, User> rows = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();

    @Test
    void greetsByTheNameThatWasTypedWhereTheRegistrationBegan() {
        typed.put("ada@example.org", "Ada");

        assertThat(dashboard(ada(), passage("ada@example.org")).getName()).isEqualTo("Ada");
    }

    @Test
    void greetsByTheNameOfTheRowAndShowsTheEmailOfPassage() {
        rows.put(ADA, User.create(ADA, "Ada Lovelace", TestCaller.NOW));

        DashboardBean dashboard = dashboard(ada(), passage("ada@example.org"));

        assertThat(dashboard.getName()).isEqualTo("Ada Lovelace");
        assertThat(dashboard.getInitials()).isEqualTo("AL");
        assertThat(dashboard.getEmail()).isEqualTo("ada@example.org");
        assertThat(dashboard.isEmailUnknown()).isFalse();
    }

    @Test
    void makesTheRowThatALostCallbackLeftOut() {
        DashboardBean dashboard = dashboard(ada(), passage("ada@example.org"));

        assertThat(rows).containsOnlyKeys(ADA);
        assertThat(dashboard.getName()).isNull();
        assertThat(dashboard.getInitials()).isEmpty();
    }

    @Test
    void makesTheRowAlsoWhilePassageIsAway() {
        dashboard(ada(), new HttpPassageUsers(TestConfig.withApiUrl("http://127.0.0.1:1/api/v1")));

        assertThat(rows).containsOnlyKeys(ADA);
    }

    @Test
    void makesNoRowForAnAccountThatIsGone() {
        try (TestPassage passage = new TestPassage()) {
            passage.forgets(ADA);

            DashboardBean dashboard = dashboard(ada(), passage.users());

            assertThat(dashboard.isGone()).isTrue();
            assertThat(rows).isEmpty();
        }
    }

    @Test
    void doesNotTakeAWrongAddressOfPassageForAnAccountThatIsGone() {
        try (TestPassage passage = new TestPassage()) {
            passage.answers("GET api /users/" + ADA, 404, "app_not_found");

            assertThat(dashboard(ada(), passage.users()).isGone()).isFalse();
            assertThat(rows).containsOnlyKeys(ADA);
        }
    }

    @Test
    void greetsAlsoWhilePassageIsAway() {
        rows.put(ADA, User.create(ADA, "Ada Lovelace", TestCaller.NOW));
        PassageUsers nobodyThere = new HttpPassageUsers(TestConfig.withApiUrl("http://127.0.0.1:1/api/v1"));

        DashboardBean dashboard = dashboard(ada(), nobodyThere);

        assertThat(dashboard.getName()).isEqualTo("Ada Lovelace");
        assertThat(dashboard.getEmail()).isNull();
        assertThat(dashboard.isEmailUnknown()).isTrue();
    }

    @Test
    void logsThatPassageGaveNoAnswerRatherThanAStatusThatIsNone() {
        PassageUsers nobodyThere = new HttpPassageUsers(TestConfig.withApiUrl("http://127.0.0.1:1/api/v1"));
        List<String> logged = new ArrayList<>();
        Handler log = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(DashboardBean.class.getName());
        logger.addHandler(log);
        try {
            dashboard(ada(), nobodyThere);
        } finally {
            logger.removeHandler(log);
        }

        assertThat(logged).containsExactly("The dashboard shows no e-mail: Passage gave no answer");
    }

    @Test
    void tellsNoEmailFromAnUnknownOne() {
        DashboardBean dashboard = dashboard(ada(), passage(""));

        assertThat(dashboard.getEmail()).isEmpty();
        assertThat(dashboard.isEmailUnknown()).isFalse();
    }

    @Test
    void isOfNoUseWithoutCaller() {
        PassageCaller nobody = TestCaller.current(Optional.empty());

        assertThatThrownBy(() -> dashboard(nobody, passage(""))).isInstanceOf(IllegalStateException.class);
        assertThat(rows).isEmpty();
    }

    private static PassageCaller ada() {
        String token = TestCaller.token(ADA, TestCaller.NOW.plusSeconds(600));
        return TestCaller.current(Optional.of(TestCaller.principal(token)));
    }

    private DashboardBean dashboard(PassageCaller caller, PassageUsers passageUsers) {
        UserProvisioning provisioning = new UserProvisioning(users(), TestCaller.CLOCK);
        DashboardBean dashboard = new DashboardBean(
                caller, provisioning, drafts(), passageUsers, new GoneAccount(new TestSessions().browser()));
        dashboard.load();
        return dashboard;
    }

    private NameDrafts drafts() {
        return new NameDrafts() {
            @Override
            public void keep(String identifier, String name) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<String> complete(User row, String identifier) {
                return Optional.ofNullable(row.name()).or(() -> Optional.ofNullable(typed.get(identifier)));
            }
        };
    }

    private static PassageUsers passage(String email) {
        return (PassageUsers) Proxy.newProxyInstance(
                DashboardBeanTest.class.getClassLoader(),
                new Class<?>[] {PassageUsers.class},
                (proxy, called, arguments) ->
                        new PassageUser((String) arguments[0], email, true, "", false, "active", null, null, null, 1));
    }

    private Users users() {
        return (Users) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Users.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "findByPassageId" -> Optional.ofNullable(rows.get((String) arguments[0]));
                    case "add" -> {
                        User user = (User) arguments[0];
                        rows.put(user.passageId(), user);
                        yield user;
                    }
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
