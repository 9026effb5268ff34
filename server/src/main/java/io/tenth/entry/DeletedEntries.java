package io.tenth.entry;

import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.Expiring;
import io.tenth.shared.TimeEntryId;
import io.tenth.shared.Version;
import io.tenth.store.TimeTurn;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes entries, and brings them back for thirty days; then they are forgotten. */
@Service
public class DeletedEntries implements Expiring {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DeletedEntryRepository repository;
    private final TimeEntries entries;
    private final TimeTurn turn;
    private final AuditLog audit;
    private final Clock clock;

    DeletedEntries(DeletedEntryRepository repository, TimeEntries entries, TimeTurn turn, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.entries = entries;
        this.turn = turn;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Deletes an entry, also one that runs.
     *
     * @param demanded the versions of which one is to be deleted
     */
    @Transactional
    public void delete(TimeEntryId id, Demand demanded, Actor.Person person) {
        turn.take(person);
        if (!repository.moveOut(id, demanded, clock.instant(), person)) {
            entries.one(id, person);
            throw Version.outdated();
        }
        audit.append(EntryEvents.of("time_entry.deleted", id, person));
    }

    /** Brings a deleted entry back as it was. A timer goes on, unless another was started meanwhile. */
    @Transactional
    public TimeEntry restore(TimeEntryId id, Actor.Person person) {
        turn.take(person);
        var now = clock.instant();
        if (!repository.moveBack(id, now.minus(KEPT), now, person)) {
            throw DomainException.notFound("deleted time entry");
        }
        audit.append(EntryEvents.of("time_entry.restored", id, person));
        return entries.one(id, person);
    }

    @Override
    @Transactional
    public void forgetExpired(Actor.Program program) {
        repository.forgetDeletedFor(KEPT);
    }
}
