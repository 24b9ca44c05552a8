package io.github.passage4j.server.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.wire.PassageException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_300_000L, 999_999_000);

    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();

    @Test
    void asksForTheFirstHundredByDefault() {
        assertThat(PageRequest.of(query, NOW))
                .isEqualTo(new PageRequest(1, 100, 1_795_300_001L, List.of(), List.of(), ""));
    }

    @Test
    void anchorsAfterNowSoThatWhoJustCameIsListed() {
        long anchor = PageRequest.of(query, NOW).createdBefore();

        assertThat(NOW).isBefore(Instant.ofEpochSecond(anchor));
    }

    @Test
    void readsWhatIsGiven() {
        query.putSingle("page", "3");
        query.putSingle("limit", "500");
        query.putSingle("created_before", "1767225600");
        query.putSingle("identifier", "ada@example.org");

        PageRequest request = PageRequest.of(query, NOW);

        assertThat(request.criteria())
                .containsExactly(new Criterion(Criterion.Field.IDENTIFIER, Criterion.Operator.EQ, "ada@example.org"));
        assertThat(request.address(2))
                .isEqualTo("?page=2&limit=500&created_before=1767225600&identifier=ada%40example.org");
        assertThat(request.offset()).isEqualTo(1_000);
    }

    @Test
    void looksForNobodyByNothing() {
        query.putSingle("identifier", "");
        query.putSingle("status", "");

        assertThat(PageRequest.of(query, NOW).criteria())
                .containsExactly(new Criterion(Criterion.Field.IDENTIFIER, Criterion.Operator.EQ, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0",
        "page, -1",
        "page, x",
        "page, 99999999999999999999",
        "limit, 0",
        "limit, 501",
        "limit, 1.5",
        "created_before, now",
        "login_count, many",
        "login_count, <like:1>",
        "created_at, <like:2026>",
        "created_at, yesterday",
        "status, <drop:active>",
        "order_by, email:ASC",
        "order_by, identifier:ASC",
        "order_by, id:up",
        "order_by, id:ASC:DESC",
        "order_by, 'id,'"
    })
    void refusesWhatItCanNotHonourAndNamesIt(String name, String value) {
        query.putSingle(name, value);

        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> PageRequest.of(query, NOW))
                .withMessageStartingWith(name + ":");
    }

    @Test
    void readsAnIdentifierInTheFormInWhichItIsKept() {
        query.putSingle("identifier", "A\u0308da@B\u00fccher.example");

        assertThat(PageRequest.of(query, NOW).criteria())
                .extracting(Criterion::value)
                .containsExactly(
                        EmailAddress.parse("\u00e4da@b\u00fccher.example").value());
    }

    @ParameterizedTest
    @CsvSource({"identifier", "id", "status"})
    void refusesControlCharacters(String name) {
        query.putSingle(name, "a\u0000");

        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> PageRequest.of(query, NOW))
                .withMessage(name + ": must not contain control characters");
    }
}
