package io.github.passage4j.server.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import org.junit.jupiter.api.Test;

class CeremonyExceptionTest {

    @Test
    void quotesForeignValuesShortAndPrintable() {
        CeremonyException refusal =
                new CeremonyException(Reason.WRONG_ORIGIN, "https://shop.example", "x\r\ny".repeat(100));

        assertThat(refusal).hasMessageStartingWith("WRONG_ORIGIN (expected https://shop.example, actual x??y");
        assertThat(refusal.getMessage()).hasSizeLessThan(200).doesNotContain("\n");
    }

    @Test
    void keepsTheWordsOfALibraryToItself() {
        CeremonyException refusal =
                new CeremonyException(Reason.MALFORMED_RESPONSE, new IllegalStateException("secret challenge"));

        assertThat(refusal).hasMessage("MALFORMED_RESPONSE (IllegalStateException)");
    }
}
