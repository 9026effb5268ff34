package io.tenth.entry;

import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private final Accounts accounts;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Timer(
            TimerRepository repository,
            TimeEntries entries,
            Accounts accounts,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.entries = entries;
        this.accounts = accounts;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** The entry that runs. */
    @Transactional(readOnly = true)
    public Optional<TimeEntry> running(Actor.Person person) {
        return repository
                .find(person, vault.sealOf(person))
                .map(entry -> entries.withOverlaps(List.of(entry), person).getFirst());
    }

    /** Starts the timer. Refuses when one runs already; the unique index decides, not a query beforehand. */
    @Transactional
    public TimeEntry start(@Nullable TaskId task, Work work, Actor.Person person) {
        return begin(clock.instant(), task, work, person);
    }

    /** Stops the timer. Refuses when none runs. */
    @Transactional
    public TimeEntry stop(Actor.Person person) {
        return end(person)
                .map(stopped -> entries.one(stopped.id(), person))
                .orElseThrow(() -> DomainException.conflict("No timer is running."));
    }

    /** Turns to other work: stops what runs and starts anew at the same instant. Starts also when none runs. */
    @Transactional
    public TimeEntry turnTo(@Nullable TaskId task, Work work, Actor.Person person) {
        var start = end(person).map(TimerRepository.Stopped::end).orElseGet(clock::instant);
        return begin(start, task, work, person);
    }

    private TimeEntry begin(Instant start, @Nullable TaskId task, Work work, Actor.Person person) {
        var id = TimeEntryId.next();
        var time = WorkTime.running(start, accounts.own(person).zone());
        var entry = entries.named(NewTimeEntry.typed(task, time, work), person);
        if (!repository.insert(new EntryWrite(id, entry, person, clock.instant()), vault.sealOf(person))) {
            throw Constraints.anotherRuns();
        }
        audit.append(EntryEvents.of("time_entry.started", id, work, person)
                .with(Map.of("day", time.day().toString())));
        return entries.one(id, person);
    }

    private Optional<TimerRepository.Stopped> end(Actor.Person person) {
        var stopped = repository.stop(clock.instant().truncatedTo(ChronoUnit.SECONDS), person);
        stopped.ifPresent(entry -> audit.append(EntryEvents.of("time_entry.stopped", entry.id(), person)));
        return stopped;
    }
}
