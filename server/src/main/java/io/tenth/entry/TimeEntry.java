package io.tenth.entry;

import io.tenth.settings.Charge;
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
 * @param billedMinutes what of it is billed; null while the timer runs
 * @param charge what an hour of it costs
 * @param overlaps other entries whose clock times it overlaps, at most {@value Overlaps#MOST} of them
 */
public record TimeEntry(
        TimeEntryId id,
        Version version,
        @Nullable Task task,
        WorkTime time,
        @Nullable Duration duration,
        Work work,
        @Nullable Integer billedMinutes,
        Charging charging,
        Charge charge,
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

    /** The same entry at what an hour of it costs. */
    TimeEntry at(Charge cost) {
        return with(cost, overlaps);
    }

    /** The same entry with those that it overlaps. */
    TimeEntry overlapping(List<TimeEntryId> others) {
        return with(charge, others);
    }

    private TimeEntry with(Charge cost, List<TimeEntryId> others) {
        return new TimeEntry(
                id,
                version,
                task,
                time,
                duration,
                work,
                billedMinutes,
                charging,
                cost,
                proposal,
                createdAt,
                updatedAt,
                others);
    }
}
