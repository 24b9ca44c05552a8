package io.github.passage4j.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant CREATED = Instant.parse("2026-11-21T10:00:00.123456789Z");
    private static final Instant LATER = CREATED.plusSeconds(60);

    @Test
    void keepsTimesToTheMicrosecond() {
        User user = User.create("ada", "Ada", CREATED);

        assertThat(user.createdAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00.123456Z"));
        assertThat(user.updatedAt()).isEqualTo(user.createdAt());
    }

    @Test
    void mayHaveNoName() {
        assertThat(User.create("ada", null, CREATED).name()).isNull();
    }

    @Test
    void trimsTheName() {
        assertThat(User.create("ada", "  Ada ", CREATED).name()).isEqualTo("Ada");
    }

    @Test
    void refusesABadNameAndNamesTheField() {
        assertThatExceptionOfType(InvalidNameException.class)
                .isThrownBy(() -> User.create("ada", " ", CREATED))
                .withMessage("name must not be blank")
                .satisfies(e -> assertThat(e.problem()).isEqualTo(DisplayName.Problem.BLANK));
    }

    @Test
    void isRenamedWithTheTimeOfTheChange() {
        User user = User.create("ada", "Ada", CREATED);

        user.rename(" Ada K. ", LATER);

        assertThat(user.name()).isEqualTo("Ada K.");
        assertThat(user.updatedAt()).isEqualTo(Instant.parse("2026-11-21T10:01:00.123456Z"));
        assertThat(user.createdAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00.123456Z"));
    }

    @Test
    void staysAsItIsWhenRenamedToTheSameName() {
        User user = User.create("ada", "Ada", CREATED);

        user.rename("Ada", LATER);

        assertThat(user.updatedAt()).isEqualTo(user.createdAt());
    }

    @Test
    void staysAsItIsWhenTheNewNameIsBad() {
        User user = User.create("ada", "Ada", CREATED);

        assertThatExceptionOfType(InvalidNameException.class).isThrownBy(() -> user.rename("\u0000", LATER));
        assertThat(user.name()).isEqualTo("Ada");
        assertThat(user.updatedAt()).isEqualTo(user.createdAt());
    }

    @Test
    void equalsAnotherOfTheSamePassageUser() {
        User user = User.create("ada", "Ada", CREATED);

        assertThat(user)
                .isEqualTo(User.create("ada", "Somebody", LATER))
                .hasSameHashCodeAs(User.create("ada", null, LATER))
                .isNotEqualTo(User.create("bob", "Ada", CREATED))
                .isNotEqualTo("ada");
    }

    @Test
    void printsNeitherNameNorPassageId() {
        assertThat(User.create("u5RnV8sLq2K", "Ada", CREATED).toString()).doesNotContain("Ada", "u5RnV8sLq2K");
    }
}
