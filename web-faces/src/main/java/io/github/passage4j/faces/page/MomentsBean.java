package io.github.passage4j.faces.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people read them. The server does not know their time zone, so it says which one it means. */
@Named("moments")
@ApplicationScoped
public class MomentsBean {

    private static final int FIRST_YEAR = 2000;

    /** Date and time in UTC in the words of the language; empty for no time, and for Passage's "never", the year 1. */
    public String text(@Nullable Instant time, Locale locale) {
        if (time == null || time.atOffset(ZoneOffset.UTC).getYear() < FIRST_YEAR) {
            return "";
        }
        DateTimeFormatter words = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC);
        return words.format(time) + " UTC";
    }
}
