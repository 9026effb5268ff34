package io.tenth.entry;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DayCursor;
import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TimeEntryId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The time entries of a person, and the only writer of them. */
@Service
public class TimeEntries {

    private final TimeEntryRepository repository;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    TimeEntries(TimeEntryRepository repository, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** The entries of some days, by day and then by the time they were made. */
    @Transactional(readOnly = true)
    public List<TimeEntry> between(DayRange days, Actor.Person person) {
        return repository.between(days, person, vault.sealOf(person));
    }

    @Transactional(readOnly = true)
    public Page<TimeEntry> page(TimeEntryQuery query, Actor.Person person) {
        var found = repository.page(query, query.limit() + 1, person, vault.sealOf(person));
        return Page.cut(
                found,
                query.limit(),
                last -> new DayCursor(last.day(), last.id().value()).text());
    }

    @Transactional(readOnly = true)
    public TimeEntry one(TimeEntryId id, Actor.Person person) {
        return repository
                .find(id, person, vault.sealOf(person))
                .orElseThrow(() -> DomainException.notFound("time entry"));
    }

    /** Records time. An approved proposal gives at most one entry: the database refuses a second. */
    @Transactional
    public TimeEntryId add(NewTimeEntry entry, Actor.Person person) {
        var id = TimeEntryId.next();
        if (!repository.insert(id, entry, person, vault.sealOf(person), clock.instant())) {
            throw DomainException.conflict("This proposal was approved already.");
        }
        audit.append(AuditEvent.of(person, "time_entry.created", "time_entry", id.value())
                .with(flags(entry))
                .with(Map.of(
                        "minutes", Duration.between(entry.start(), entry.end()).toMinutes(),
                        "day", entry.day().toString())));
        return id;
    }

    /** Takes back the entry that was made from a proposal. Does nothing when there is none. */
    @Transactional
    public void removeMadeFrom(ProposalId proposal, Actor.Person person) {
        repository
                .deleteMadeFrom(proposal, person)
                .ifPresent(id -> audit.append(AuditEvent.of(person, "time_entry.deleted", "time_entry", id.value())
                        .with(ComplianceFlag.TIME_TRACKING)));
    }

    private static ComplianceFlag[] flags(NewTimeEntry entry) {
        return entry.billable()
                ? new ComplianceFlag[] {ComplianceFlag.TIME_TRACKING, ComplianceFlag.BILLABLE}
                : new ComplianceFlag[] {ComplianceFlag.TIME_TRACKING};
    }
}
