package io.tenth.entry.web;

import io.tenth.entry.TimeEntries;
import io.tenth.entry.TimeEntry;
import io.tenth.entry.TimeEntryQuery;
import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import io.tenth.shared.DayCursor;
import io.tenth.shared.DayRange;
import io.tenth.shared.Page;
import io.tenth.shared.TimeEntryId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The time entries of a person. */
@RestController
@RequestMapping("/api/time-entries")
class TimeEntryApi {

    private final TimeEntries entries;
    private final Accounts accounts;
    private final Clock clock;

    TimeEntryApi(TimeEntries entries, Accounts accounts, Clock clock) {
        this.entries = entries;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The entries of some days, both included; of this week where none is named. */
    @GetMapping
    Page<Answer> list(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        var days = DayRange.ofAny(from, to, today(person));
        var after = cursor == null ? null : DayCursor.parse(cursor);
        return entries.page(new TimeEntryQuery(days, after, limit), person).map(entry -> Answer.of(entry, person));
    }

    @GetMapping("/{id}")
    Answer one(@PathVariable UUID id, Actor.Person person) {
        return Answer.of(entries.one(new TimeEntryId(id), person), person);
    }

    private LocalDate today(Actor.Person person) {
        return LocalDate.now(clock.withZone(accounts.own(person).zone()));
    }

    /**
     * A time entry.
     *
     * @param datePerformed the day in the person's zone
     * @param clockKnown false where only the amount was said: start and end are then nominal, the amount from the day's start
     * @param durationSeconds null while the timer runs, as {@code endTime} and {@code durationHours} are
     */
    record Answer(
            UUID id,
            UUID userId,
            @Nullable UUID taskId,
            @Nullable UUID matterId,
            @Nullable UUID proposalId,
            LocalDate datePerformed,
            Instant startTime,
            @Nullable Instant endTime,
            boolean clockKnown,
            @Nullable Long durationSeconds,
            @Nullable BigDecimal durationHours,
            String entryType,
            boolean billable,
            String description,
            @Nullable String clientMatter,
            boolean isActive,
            Instant createdAt,
            Instant updatedAt) {

        static Answer of(TimeEntry entry, Actor.Person person) {
            var seconds = entry.end() == null ? null : entry.duration().toSeconds();
            return new Answer(
                    entry.id().value(),
                    person.user().value(),
                    entry.task() == null ? null : entry.task().value(),
                    entry.matter() == null ? null : entry.matter().value(),
                    entry.proposal() == null ? null : entry.proposal().value(),
                    entry.day(),
                    entry.start(),
                    entry.end(),
                    entry.clockKnown(),
                    seconds,
                    seconds == null ? null : hours(seconds),
                    entry.type().key(),
                    entry.billable(),
                    entry.description(),
                    entry.clientMatter(),
                    entry.end() == null,
                    entry.createdAt(),
                    entry.updatedAt());
        }

        private static BigDecimal hours(long seconds) {
            return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(3600), 2, RoundingMode.HALF_UP);
        }
    }
}
