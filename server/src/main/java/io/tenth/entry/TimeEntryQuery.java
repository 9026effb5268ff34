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
 * @param after the cursor of the page before, which goes with these days and this task alone; null for the first page
 * @param limit 1 to 100
 */
public record TimeEntryQuery(
        @Nullable DayRange days,
        @Nullable TaskId task,
        @Nullable String after,
        int limit) {

    public TimeEntryQuery {
        Page.size(limit);
    }

    /** Where the page begins; null for the first page. Refuses a cursor of other days or of another task. */
    @Nullable
    DayCursor start() {
        return after == null ? null : DayCursor.parse(after, filter());
    }

    /** The cursor of the page that begins after an entry. */
    String cursor(TimeEntry last) {
        return new DayCursor(last.time().day(), last.id().value()).text(filter());
    }

    private String filter() {
        return days + " " + task;
    }
}
