package io.tenth.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that the author says was done, with its amount of time.
 *
 * @param span where {@code quote} stands in the body
 * @param quote the sentence or row that is the evidence, an exact substring of the body
 * @param minutes the amount, 1 to 1440 for one day of work; more only where a period of days is named
 * @param type the kind of work; where two activities share one amount, the first
 * @param date the day of the work in the author's own offset
 * @param clientMatter the client or matter as written, or its name in the directory; null where the message names none
 * @param billable false for work that the author says is not charged, and for the firm's own work
 * @param confidence how likely the entry is right, 0 to 1
 * @param description the work in a few words, as a billing narrative
 * @param reasons what spoke for the verdict, strongest first; stable names such as {@code past-tense-work}
 */
@SuppressWarnings("exports") // of the annotations of JSpecify: a module that uses the library does without them
public record TimeMention(
        Span span,
        String quote,
        int minutes,
        ActivityType type,
        LocalDate date,
        @Nullable String clientMatter,
        boolean billable,
        double confidence,
        String description,
        List<String> reasons) {

    /** Refuses what is missing, an amount below a minute and a confidence that is no probability. */
    public TimeMention {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(quote, "quote");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(description, "description");
        if (minutes < 1) {
            throw new IllegalArgumentException("an entry has at least one minute, not " + minutes);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is not in 0..1: " + confidence);
        }
        reasons = List.copyOf(reasons);
    }
}
