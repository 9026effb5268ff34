package io.tenth.assistant;

import io.tenth.entry.TimeEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time entry. */
public record EntryView(
        @Described("The entry.") UUID timeEntryId,

        @Described("The day on which it began, in the person's zone.")
        LocalDate datePerformed,

        @Described("When it began; null where only the amount is known.") @Nullable
        Instant startTime,

        @Described("When it ended; null where only the amount is known, and while it runs.") @Nullable
        Instant endTime,

        @Described("Whether it is the timer that runs.") boolean running,

        @Described("Worked, in whole minutes; null while it runs.") @Nullable
        Integer durationMinutes,

        @Described("Billed, after rounding; null while it runs.") @Nullable
        Integer billedMinutes,

        @Described(
                value = "The kind of work.",
                words = {"call", "meeting", "research", "drafting", "review", "travel", "other"})
        String entryType,

        @Described("Whether it is to be charged.") boolean billable,

        @Described("The matter, where the directory has it.") @Nullable
        MatterView matter,

        @FromMail @Described("For whom, as the directory or a mail names it; null where nobody was named.") @Nullable
        String clientMatter,

        @FromMail @Described("What was done.") String description,

        @Described("The proposal from mail that it was approved from; null for one that was typed or timed.") @Nullable
        UUID proposalId) {

    static EntryView of(TimeEntry entry, MatterView.Directory directory) {
        var time = entry.time();
        var work = entry.work();
        var duration = entry.duration();
        var proposal = entry.proposal();
        return new EntryView(
                entry.id().value(),
                time.day(),
                time.clockKnown() ? time.start() : null,
                time.clockKnown() ? time.end() : null,
                entry.isRunning(),
                duration == null ? null : Math.toIntExact(duration.toMinutes()),
                entry.billedMinutes(),
                work.type().key(),
                work.billable(),
                directory.of(work.matter()),
                work.clientMatter(),
                work.description(),
                proposal == null ? null : proposal.value());
    }

    /** In a few words, without text of mail. */
    String text() {
        return datePerformed + ", " + (durationMinutes == null ? "running" : durationMinutes + " min") + ", "
                + entryType + (matter == null ? "" : ", " + matter.text());
    }
}
