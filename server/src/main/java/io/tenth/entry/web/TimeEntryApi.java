package io.tenth.entry.web;

import io.tenth.entry.DeletedEntries;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.TimeEntry;
import io.tenth.entry.TimeEntryQuery;
import io.tenth.entry.Timer;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.Demand;
import io.tenth.shared.Hours;
import io.tenth.shared.Page;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The time entries of a person, and the timer. */
@RestController
@RequestMapping("/api/time-entries")
class TimeEntryApi {

    private final TimeEntries entries;
    private final DeletedEntries deleted;
    private final Timer timer;
    private final Clock clock;

    TimeEntryApi(TimeEntries entries, DeletedEntries deleted, Timer timer, Clock clock) {
        this.entries = entries;
        this.deleted = deleted;
        this.timer = timer;
        this.clock = clock;
    }

    /** Starts the timer. Refuses while one runs. */
    @PostMapping("/start")
    ResponseEntity<Answer> start(@RequestBody(required = false) @Nullable TimerBody body, Account account) {
        var start = Objects.requireNonNullElse(body, TimerBody.EMPTY);
        return made(timer.start(start.task(), start.work(), account.zone(), account.person()), account.person());
    }

    /** Stops the timer. Refuses when none runs. */
    @PostMapping("/stop")
    ResponseEntity<Answer> stop(Actor.Person person) {
        var stopped = timer.stop(person);
        return ResponseEntity.ok().eTag(etag(stopped.entry())).body(Answer.of(stopped, person));
    }

    /** Stops the timer, where one runs, and starts it anew for other work. */
    @PostMapping("/switch")
    ResponseEntity<Answer> turnTo(@RequestBody(required = false) @Nullable TimerBody body, Account account) {
        var start = Objects.requireNonNullElse(body, TimerBody.EMPTY);
        var begun = timer.turnTo(start.task(), start.work(), account.zone(), account.person());
        return made(begun.entry(), Answer.of(begun, account.person()));
    }

    /** The entry that runs; 204 when none does. */
    @GetMapping("/active")
    ResponseEntity<Answer> active(Actor.Person person) {
        return timer.running(person)
                .map(entry -> shown(entry, person))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /**
     * The entries of some days, both included, of one task or of any. Where neither day is named, they are those of this week,
     * and of a task all.
     */
    @GetMapping
    Page<Answer> list(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(name = "task_id", required = false) @Nullable UUID task,
            PageRequest page,
            Account account) {
        var person = account.person();
        var days = from == null && to == null && task != null ? null : DayRange.ofAny(from, to, today(account));
        var query = new TimeEntryQuery(days, task == null ? null : new TaskId(task), page.cursor(), page.size());
        return entries.page(query, person).map(entry -> Answer.of(entry, person));
    }

    /** Records time. */
    @PostMapping
    ResponseEntity<Answer> add(@RequestBody NewEntryBody body, Account account) {
        var person = account.person();
        return made(entries.enter(body.entry(account.zone()), account.zone(), person), person);
    }

    @GetMapping("/{id}")
    ResponseEntity<Answer> one(@PathVariable UUID id, Actor.Person person) {
        return shown(entries.one(new TimeEntryId(id), person), person);
    }

    /** Changes the fields that are named. Refuses when the entry has moved on from the version of {@code If-Match}. */
    @PatchMapping("/{id}")
    ResponseEntity<Answer> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EntryChangeBody body,
            Actor.Person person) {
        var edited = entries.edit(new TimeEntryId(id), body.edit(), Demand.of(ifMatch), person);
        return shown(edited, person);
    }

    /** Deletes an entry, which can be undone for thirty days. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor.Person person) {
        deleted.delete(new TimeEntryId(id), Demand.of(ifMatch), person);
    }

    /** Brings a deleted entry back under its own id. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<Answer> restore(@PathVariable UUID id, Actor.Person person) {
        return made(deleted.restore(new TimeEntryId(id), person), person);
    }

    private LocalDate today(Account account) {
        return LocalDate.now(clock.withZone(account.zone()));
    }

    private static ResponseEntity<Answer> made(TimeEntry entry, Actor.Person person) {
        return made(entry, Answer.of(entry, person));
    }

    private static ResponseEntity<Answer> made(TimeEntry entry, Answer answer) {
        return ResponseEntity.created(
                        URI.create("/api/time-entries/" + entry.id().value()))
                .eTag(etag(entry))
                .body(answer);
    }

    private static ResponseEntity<Answer> shown(TimeEntry entry, Actor.Person person) {
        return ResponseEntity.ok().eTag(etag(entry)).body(Answer.of(entry, person));
    }

    /** The answer shows more than the entry: what it overlaps, what an hour costs, and its task, which may be renamed or go. */
    private static String etag(TimeEntry entry) {
        var task = entry.task();
        return entry.version()
                .etag(Objects.hash(
                        task == null ? null : task.id().value(),
                        task == null ? null : task.title(),
                        entry.overlaps().stream().map(TimeEntryId::value).toList(),
                        entry.charge().category(),
                        entry.charge().rate(),
                        entry.charge().currency()));
    }

    /**
     * Which page of a list.
     *
     * @param limit 1 to 100, 50 where it is left out
     * @param cursor as the page before gave it; it goes with the same days and task alone
     */
    record PageRequest(@Nullable Integer limit, @Nullable String cursor) {

        private static final int USUAL = 50;

        int size() {
            return limit == null ? USUAL : limit;
        }
    }

    /**
     * A time entry.
     *
     * @param datePerformed the day in the person's zone
     * @param clockKnown false where only the amount was said: start and end are then nominal, the amount from the day's start
     * @param durationSeconds null while the timer runs, as {@code endTime} and {@code durationHours} are
     * @param billedMinutes what of it is billed; null while the timer runs, 0 where it is not billable
     * @param rateCategory whose rates apply; null for none
     * @param billingRate what an hour costs on that day; null where nobody has said
     * @param overlaps other entries that lie over it by the clock
     * @param notice what the person should be told of a stop or a switch: that the timer had run for more than 24 hours and its
     *     entry was ended there; null where there is nothing
     */
    record Answer(
            UUID id,
            UUID userId,
            @Nullable UUID taskId,
            @Nullable String taskTitle,
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
            @Nullable Integer billedMinutes,
            @Nullable String rateCategory,
            @Nullable BigDecimal billingRate,
            @Nullable String currency,
            boolean isActive,
            List<UUID> overlaps,
            @Nullable String notice,
            Instant createdAt,
            Instant updatedAt) {

        static Answer of(TimeEntry entry, Actor.Person person) {
            return of(new Timer.Turned(entry, null), person);
        }

        static Answer of(Timer.Turned turned, Actor.Person person) {
            var entry = turned.entry();
            var task = entry.task();
            var work = entry.work();
            var duration = entry.duration();
            return new Answer(
                    entry.id().value(),
                    person.user().value(),
                    task == null ? null : task.id().value(),
                    task == null ? null : task.title(),
                    work.matter() == null ? null : work.matter().value(),
                    entry.proposal() == null ? null : entry.proposal().value(),
                    entry.time().day(),
                    entry.time().start(),
                    entry.time().end(),
                    entry.time().clockKnown(),
                    duration == null ? null : duration.toSeconds(),
                    duration == null ? null : Hours.of(duration),
                    work.type().key(),
                    work.billable(),
                    work.description(),
                    work.clientMatter(),
                    entry.billedMinutes(),
                    entry.charge().category(),
                    entry.charge().rate(),
                    entry.charge().currency(),
                    entry.isRunning(),
                    entry.overlaps().stream().map(TimeEntryId::value).toList(),
                    turned.cut() == null ? null : turned.cut().sentence(),
                    entry.createdAt(),
                    entry.updatedAt());
        }
    }
}
