package io.tenth.entry;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.settings.Billing;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import io.tenth.store.TimeTurn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The timer of a person: an entry without an end, of which there is at most one. */
@Service
public class Timer {

    private final TimerRepository repository;
    private final TimeEntries entries;
    private final TimeTurn turn;
    private final Billing billing;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Timer(
            TimerRepository repository,
            TimeEntries entries,
            TimeTurn turn,
            Billing billing,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.entries = entries;
        this.turn = turn;
        this.billing = billing;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a stop or a switch led to.
     *
     * @param entry the one that was stopped or, by a switch, begun
     * @param cut the one that was stopped, where nobody had stopped it in time
     */
    public record Turned(TimeEntry entry, @Nullable Cut cut) {}

    /**
     * An entry that ran for longer than an entry lasts, and was ended where it was full.
     *
     * @param day on which it began
     */
    public record Cut(TimeEntryId entry, LocalDate day) {

        /** What the person is told. */
        public String sentence() {
            return "The timer ran for more than 24 hours. Its entry of " + day
                    + " ends 24 hours after it began: correct it to what you worked.";
        }
    }

    /** The entry that runs. */
    @Transactional(readOnly = true)
    public Optional<TimeEntry> running(Actor.Person person) {
        return repository
                .find(person, vault.sealOf(person))
                .map(entry -> entries.whole(List.of(entry), person).getFirst());
    }

    /** Starts the timer, on the day in a zone. Refuses when one runs already; the unique index decides, not a query beforehand. */
    @Transactional
    public TimeEntry start(@Nullable TaskId task, Work work, ZoneId zone, Actor.Person person) {
        turn.take(person);
        return begin(task, WorkTime.running(clock.instant(), zone), work, person);
    }

    /** Stops the timer. Refuses when none runs. */
    @Transactional
    public Turned stop(Actor.Person person) {
        turn.take(person);
        return end(person)
                .map(stopped -> new Turned(entries.one(stopped.id(), person), cut(stopped)))
                .orElseThrow(() -> DomainException.conflict("No timer is running."));
    }

    /**
     * Turns to other work: stops what runs and starts anew at the same instant, or now where what ran was cut. Starts also when
     * none runs.
     */
    @Transactional
    public Turned turnTo(@Nullable TaskId task, Work work, ZoneId zone, Actor.Person person) {
        turn.take(person);
        var stopped = end(person);
        var start = stopped.filter(entry -> !entry.isCut())
                .map(TimerRepository.Stopped::end)
                .orElseGet(clock::instant);
        var begun = begin(task, WorkTime.running(start, zone), work, person);
        return new Turned(begun, stopped.map(Timer::cut).orElse(null));
    }

    private TimeEntry begin(@Nullable TaskId task, WorkTime time, Work work, Actor.Person person) {
        var id = TimeEntryId.next();
        var entry = entries.named(NewTimeEntry.typed(task, time, work), person);
        if (!repository.insert(new EntryWrite(id, entry, null, person, clock.instant()), vault.sealOf(person))) {
            throw Constraints.anotherRuns();
        }
        audit.append(EntryEvents.of("time_entry.started", id, work, person)
                .with(Map.of("day", time.day().toString())));
        return entries.one(id, person);
    }

    private Optional<TimerRepository.Stopped> end(Actor.Person person) {
        var stopped = repository.stop(clock.instant(), person);
        stopped.ifPresent(entry -> {
            bill(entries.one(entry.id(), person), person);
            audit.append(stopped(entry, person));
        });
        return stopped;
    }

    private void bill(TimeEntry entry, Actor.Person person) {
        var work = entry.work();
        var minutes = billing.terms(person)
                .billed(work.matter(), work.billable(), entry.time().duration());
        repository.bill(entry.id(), minutes, person);
    }

    private static AuditEvent stopped(TimerRepository.Stopped entry, Actor.Person person) {
        var event = EntryEvents.of("time_entry.stopped", entry.id(), person);
        return entry.isCut() ? event.with(Map.of("cut_at_hours", WorkTime.MOST.toHours())) : event;
    }

    private static @Nullable Cut cut(TimerRepository.Stopped stopped) {
        return stopped.isCut() ? new Cut(stopped.id(), stopped.day()) : null;
    }
}
