package io.tenth.task;

import io.tenth.shared.TimeEntryId;
import io.tenth.shared.WorkType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time entry as its task shows it.
 *
 * @param end null while the timer runs, as {@code duration} is
 * @param clockKnown false where only the amount was said
 */
public record TimeOnTask(
        TimeEntryId id,
        LocalDate day,
        Instant start,
        @Nullable Instant end,
        boolean clockKnown,
        @Nullable Duration duration,
        WorkType type,
        boolean billable,
        String description,
        Instant updatedAt) {}
