package io.tenth.entry;

import io.tenth.shared.DayCursor;
import io.tenth.shared.DayRange;
import io.tenth.shared.Page;
import io.tenth.shared.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * Which time entries are asked for, by day and then by the time they were made.
 *
 * @param days null for all
 * @param task the task that they were spent on; null for any and none
 * @param after where the page begins; null for the first
 * @param limit 1 to 100
 */
public record TimeEntryQuery(
        @Nullable DayRange days,
        @Nullable TaskId task,
        @Nullable DayCursor after,
        int limit) {

    public TimeEntryQuery {
        Page.size(limit);
    }
}
