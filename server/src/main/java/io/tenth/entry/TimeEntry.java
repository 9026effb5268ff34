package io.tenth.entry;

import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import io.tenth.shared.WorkType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time that was worked.
 *
 * @param day in the person's zone
 * @param end null while the timer runs
 * @param clockKnown false where only the amount was said: start and end are then nominal, the amount from the start of the day
 * @param clientMatter what the work was for, as it is shown
 * @param proposal the proposal that it was approved from, where there was one
 */
public record TimeEntry(
        TimeEntryId id,
        @Nullable TaskId task,
        @Nullable MatterId matter,
        LocalDate day,
        Instant start,
        @Nullable Instant end,
        boolean clockKnown,
        WorkType type,
        boolean billable,
        String description,
        @Nullable String clientMatter,
        @Nullable ProposalId proposal,
        Instant createdAt,
        Instant updatedAt) {

    /** Nothing while the timer runs. */
    public Duration duration() {
        return end == null ? Duration.ZERO : Duration.between(start, end);
    }
}
