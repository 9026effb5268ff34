package io.tenth.cli;

import io.tenth.extraction.TimeMention;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a person asked to see.
 *
 * @param since the first day of the work, null for no bound
 * @param until the last day of the work, null for no bound
 * @param minConfidence the least confidence, 0 to 1
 */
record EntryFilter(@Nullable LocalDate since, @Nullable LocalDate until, double minConfidence) {

    boolean accepts(TimeMention mention) {
        return (since == null || !mention.date().isBefore(since))
                && (until == null || !mention.date().isAfter(until))
                && mention.confidence() >= minConfidence;
    }
}
