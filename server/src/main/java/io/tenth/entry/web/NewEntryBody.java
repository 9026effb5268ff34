package io.tenth.entry.web;

import io.tenth.entry.Charging;
import io.tenth.entry.NewTimeEntry;
import io.tenth.entry.Work;
import io.tenth.entry.WorkTime;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.TaskId;
import io.tenth.shared.TypedDuration;
import io.tenth.shared.WorkType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time that a program records: by the clock, with {@code startTime} and {@code endTime}, or an amount, with
 * {@code datePerformed} and {@code duration}.
 *
 * @param duration as people type it, such as {@code 1h30}
 * @param entryType {@code other} where it is left out
 * @param billable true where it is left out
 * @param matterId a matter of the directory, which brings its own name
 * @param billedMinutes 0 to 1440, in place of what the rules make of the worked time
 * @param rateCategory at most 50 characters; the person's own where it is left out
 * @param clientMatter the name of what is not in the directory
 */
record NewEntryBody(
        @Nullable UUID taskId,
        @Nullable Instant startTime,
        @Nullable Instant endTime,
        @Nullable LocalDate datePerformed,
        @Nullable String duration,
        @Nullable WorkType entryType,
        @Nullable Boolean billable,
        @Nullable UUID matterId,
        @Nullable String clientMatter,
        @Nullable String description,
        @Nullable Integer billedMinutes,
        @Nullable String rateCategory) {

    NewTimeEntry entry(ZoneId zone) {
        return NewTimeEntry.typed(task(), time(zone), work()).charged(new Charging(billedMinutes, rateCategory));
    }

    @Nullable
    TaskId task() {
        return taskId == null ? null : new TaskId(taskId);
    }

    Work work() {
        return Work.typed(
                Objects.requireNonNullElse(entryType, WorkType.OTHER),
                !Boolean.FALSE.equals(billable),
                Objects.requireNonNullElse(description, ""),
                matterId == null ? null : new MatterId(matterId),
                clientMatter);
    }

    private WorkTime time(ZoneId zone) {
        if (startTime != null && endTime != null && datePerformed == null && duration == null) {
            return WorkTime.clocked(startTime, endTime, zone);
        }
        if (datePerformed != null && duration != null && startTime == null && endTime == null) {
            return WorkTime.amount(datePerformed, TypedDuration.parse(duration).duration(), zone);
        }
        throw DomainException.invalid("Give start_time and end_time, or date_performed and duration.");
    }
}
