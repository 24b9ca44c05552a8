package io.github.passage4j.faces.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.administration.AdminAction;
import io.github.passage4j.core.administration.AdminChange;
import io.github.passage4j.core.administration.ChangeRequest;
import io.github.passage4j.core.user.User;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestPassage;
import io.github.passage4j.faces.TestRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminUserBeanTest extends AdminTest {

    @Test
    void showsTheRowAndSaysSoWhilePassageIsAway() {
        rows.put(ADA, User.create(ADA, "Ada Lovelace", TestCaller.NOW));

        AdminUserBean page = page(TestRequest.get("/admin/user").parameter("id", ADA));

        assertThat(page.isPassageSilent()).isTrue();
        assertThat(page.getTitle()).isEqualTo("Ada Lovelace");
        assertThat(page.getRow()).isEqualTo(rows.get(ADA));
        assertThat(page.getAccount()).isNull();
        assertThat(page.isActive()).isFalse();
        assertThat(page.getPasskeys()).isEmpty();
        assertThat(page.getEvents()).isEmpty();
        assertThat(page.isOwn()).isFalse();
    }

    @Test
    void callsAUserOfWhomNothingIsKnownByTheId() {
        AdminUserBean page = page(TestRequest.get("/admin/user").parameter("id", ADA));

        assertThat(page.getTitle()).isEqualTo(ADA);
        assertThat(page.getRow()).isNull();
    }

    @Test
    void showsTheRecordWithTheNamesOfAdministrators() {
        rows.put(GRACE, User.create(GRACE, "Grace Hopper", TestCaller.NOW));
        administration.perform(new ChangeRequest(UUID.randomUUID(), GRACE, AdminAction.DEACTIVATE, ADA, null));
        administration.perform(new ChangeRequest(UUID.randomUUID(), "gone", AdminAction.ACTIVATE, ADA, null));

        AdminUserBean page = page(TestRequest.get("/admin/user").parameter("id", ADA));

        assertThat(page.getChanges()).extracting(page::nameOf).containsExactly("Grace Hopper", "gone");
        assertThat(page.getLastChange()).isNull();
    }

    @Test
    void saysWhatBecameOfTheChangeThatLedHereAndOfNoOther() {
        UUID id = UUID.randomUUID();
        administration.perform(new ChangeRequest(id, GRACE, AdminAction.DEACTIVATE, ADA, null));
        TestRequest ofAda = TestRequest.get("/admin/user").parameter("id", ADA).parameter("change", id.toString());
        TestRequest ofGrace =
                TestRequest.get("/admin/user").parameter("id", GRACE).parameter("change", id.toString());

        assertThat(page(ofAda).getLastChange()).extracting(AdminChange::action).isEqualTo(AdminAction.DEACTIVATE);
        assertThat(page(ofGrace).getLastChange()).isNull();
    }

    @Test
    void knowsTheAdministratorWhoLooks() {
        assertThat(page(TestRequest.get("/admin/user").parameter("id", GRACE)).isOwn())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"user_not_found, false", "app_not_found, true"})
    void takesASilenceForAnAbsenceOnlyWhenPassageSaysSo(String code, boolean silent) {
        try (TestPassage passage = new TestPassage()) {
            passage.answers("GET api /users/" + ADA, 404, code);
            TestRequest request = TestRequest.get("/admin/user").parameter("id", ADA);
            AdminUserBean page = new AdminUserBean(grace(), users(), passage.users(), administration, request.build());

            page.load();

            assertThat(page.isPassageSilent()).isEqualTo(silent);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "a\u0000", "\u00e4", "."})
    void asksNobodyAboutWhatIsNoId(String id) {
        AdminUserBean page = page(TestRequest.get("/admin/user").parameter("id", id));

        assertThat(page.isPassageSilent()).isFalse();
        assertThat(page.getChanges()).isEmpty();
    }

    private AdminUserBean page(TestRequest request) {
        AdminUserBean page = new AdminUserBean(grace(), users(), silent, administration, request.build());
        page.load();
        return page;
    }
}
