package io.tenth.entry.web;

import io.tenth.entry.TimeChange;
import io.tenth.entry.TimeEntryEdit;
import io.tenth.shared.Change;
import io.tenth.shared.MatterId;
import io.tenth.shared.TaskId;
import io.tenth.shared.TypedDuration;
import io.tenth.shared.WorkType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of an entry.
 *
 * @param taskId null for none
 * @param startTime changes by the clock; not together with {@code datePerformed} and {@code duration}
 * @param datePerformed moves the entry to another day, at the same time of day where that is known
 * @param duration moves the end
 * @param matterId a matter of the directory, which brings its own name; null for none
 * @param billedMinutes 0 to 1440, in place of what the rules make of the worked time; null to leave it to them again
 * @param rateCategory at most 50 characters; null for the person's own
 * @param clientMatter the name of another; with no {@code matterId} beside it, it takes the matter's place
 */
record EntryChangeBody(
        Change<@Nullable UUID> taskId,
        Change<Instant> startTime,
        Change<Instant> endTime,
        Change<LocalDate> datePerformed,
        Change<String> duration,
        Change<WorkType> entryType,
        Change<Boolean> billable,
        Change<@Nullable UUID> matterId,
        Change<@Nullable String> clientMatter,
        Change<String> description,
        Change<@Nullable Integer> billedMinutes,
        Change<@Nullable String> rateCategory) {

    TimeEntryEdit edit() {
        return new TimeEntryEdit(
                new TimeChange.ByFields(
                        startTime,
                        endTime,
                        datePerformed,
                        duration.map(typed -> TypedDuration.parse(typed).duration())),
                taskId.map(id -> id == null ? null : new TaskId(id)),
                entryType,
                billable,
                matterId.map(id -> id == null ? null : new MatterId(id)),
                clientMatter,
                description,
                billedMinutes,
                rateCategory);
    }
}
