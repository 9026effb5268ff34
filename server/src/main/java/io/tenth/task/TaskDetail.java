package io.tenth.task;

import io.tenth.shared.TimeEntryId;
import java.time.Instant;
import java.util.List;

/**
 * A task with the time spent on it.
 *
 * @param entries the latest first, at most {@value #MOST_ENTRIES}
 */
public record TaskDetail(Task task, List<TimeOnTask> entries) {

    static final int MOST_ENTRIES = 100;

    public TaskDetail {
        entries = List.copyOf(entries);
    }

    /** The entity tag: another as soon as the task, or an entry that it shows, is another. */
    public String etag() {
        var shown = entries.stream()
                .map(entry -> new Shown(entry.id(), entry.updatedAt()))
                .toList();
        return task.version().etag(31 * shown.hashCode() + task.spent().hashCode());
    }

    private record Shown(TimeEntryId entry, Instant updatedAt) {}
}
