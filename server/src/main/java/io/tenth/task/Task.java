package io.tenth.task;

import io.tenth.shared.TaskId;
import io.tenth.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do.
 *
 * @param completedAt when it was done; null while something is left to do, and for a task that was archived undone
 * @param spent the time recorded on it; what a running timer counts comes when it stops
 */
public record Task(
        TaskId id,
        Version version,
        TaskContent content,
        @Nullable Instant completedAt,
        Duration spent,
        Instant createdAt,
        Instant updatedAt) {

    /** The same task with the time spent on it, which stands among that of others. */
    Task spending(Map<TaskId, Duration> byTask) {
        return new Task(
                id, version, content, completedAt, byTask.getOrDefault(id, Duration.ZERO), createdAt, updatedAt);
    }

    /** When it counts as done once it says something else: from the moment on which it becomes done until it is to be done again. */
    @Nullable
    Instant completedAfter(TaskContent change, Instant now) {
        return switch (change.status()) {
            case TODO, IN_PROGRESS -> null;
            case DONE -> completedAt == null ? now : completedAt;
            case ARCHIVED -> completedAt;
        };
    }
}
