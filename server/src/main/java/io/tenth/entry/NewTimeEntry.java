package io.tenth.entry;

import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TaskId;
import io.tenth.shared.WorkType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Time to be recorded.
 *
 * @param end after {@code start}, at most 24 hours
 * @param description at most 500 characters
 */
public record NewTimeEntry(
        @Nullable TaskId task,
        @Nullable MatterId matter,
        LocalDate day,
        Instant start,
        Instant end,
        boolean clockKnown,
        WorkType type,
        boolean billable,
        String description,
        @Nullable String clientMatter,
        @Nullable ProposalId proposal) {

    private static final Duration MOST = Duration.ofHours(24);
    private static final int LONGEST_DESCRIPTION = 500;

    public NewTimeEntry {
        if (!end.isAfter(start) || Duration.between(start, end).compareTo(MOST) > 0) {
            throw DomainException.invalid("An entry lasts more than nothing and at most 24 hours.");
        }
        description = description.strip();
        if (description.length() > LONGEST_DESCRIPTION) {
            throw DomainException.invalid("The description has at most 500 characters.");
        }
    }

    /** An amount of time on a day, of which nobody said when it began. */
    public static NewTimeEntry amount(Amount amount, Work work, @Nullable ProposalId proposal, ZoneId zone) {
        var start = amount.day().atStartOfDay(zone).toInstant();
        return new NewTimeEntry(
                null,
                work.matter(),
                amount.day(),
                start,
                start.plus(amount.duration()),
                false,
                work.type(),
                work.billable(),
                work.description(),
                work.clientMatter(),
                proposal);
    }

    /** How much, and on which day. */
    public record Amount(LocalDate day, Duration duration) {}

    /** What was done, and for whom. */
    public record Work(
            WorkType type,
            boolean billable,
            String description,
            @Nullable MatterId matter,
            @Nullable String clientMatter) {}
}
