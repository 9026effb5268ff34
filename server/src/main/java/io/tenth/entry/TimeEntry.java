package io.tenth.entry;

import io.tenth.shared.ProposalId;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import io.tenth.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Time that was worked.
 *
 * @param duration as the database has it; null while the timer runs
 * @param proposal the proposal that it was approved from, where there was one
 * @param overlaps other entries whose clock times it overlaps, at most {@value Overlaps#MOST} of them
 */
public record TimeEntry(
        TimeEntryId id,
        Version version,
        @Nullable Task task,
        WorkTime time,
        @Nullable Duration duration,
        Work work,
        @Nullable ProposalId proposal,
        Instant createdAt,
        Instant updatedAt,
        List<TimeEntryId> overlaps) {

    /** The task that it was spent on. */
    public record Task(TaskId id, String title) {}

    public TimeEntry {
        overlaps = List.copyOf(overlaps);
    }

    public boolean isRunning() {
        return duration == null;
    }

    TimeEntry overlapping(List<TimeEntryId> others) {
        return new TimeEntry(id, version, task, time, duration, work, proposal, createdAt, updatedAt, others);
    }
}
