package io.tenth.task;

import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which tasks in which order.
 *
 * @param after the cursor of the page before, which goes with this filter and order alone; null for the first page
 * @param limit 1 to 100
 */
public record TaskQuery(
        TaskFilter filter, TaskSort sort, @Nullable String after, int limit) {

    public TaskQuery {
        Page.size(limit);
        if (sort.field() == TaskSort.Field.RELEVANCE && filter.words() == null) {
            throw DomainException.invalid("q", "An order by relevance needs words to search for.");
        }
    }

    /** Where the page begins; null for the first page. Refuses a cursor that is not of this filter and order. */
    @Nullable
    TaskCursor start() {
        return after == null ? null : TaskCursor.parse(after, this);
    }
}
