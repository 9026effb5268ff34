package io.tenth.entry;

import io.tenth.shared.DayCursor;
import io.tenth.shared.DayRange;
import io.tenth.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which time entries are asked for: those of some days, by day and then by the time they were made.
 *
 * @param after where the page begins; null for the first
 * @param limit 1 to 100
 */
public record TimeEntryQuery(DayRange days, @Nullable DayCursor after, int limit) {

    public TimeEntryQuery {
        Page.size(limit);
    }
}
