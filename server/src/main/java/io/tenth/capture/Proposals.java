package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.client.Clients;
import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.entry.NewTimeEntry;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.Work;
import io.tenth.entry.WorkTime;
import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import io.tenth.shared.DayCursor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TimeEntryId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review of proposals, and the only place where one becomes time. A proposal is proposed until its owner accepts or
 * rejects it, and either can be taken back. Each step is one update that names the state it expects, so that of two decisions
 * at once one is refused.
 */
@Service
public class Proposals {

    private final ProposalRepository repository;
    private final TimeEntries entries;
    private final Clients clients;
    private final Accounts accounts;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Proposals(
            ProposalRepository repository,
            TimeEntries entries,
            Clients clients,
            Accounts accounts,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.entries = entries;
        this.clients = clients;
        this.accounts = accounts;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Proposal> page(ProposalQuery query, Actor.Person person) {
        var found = repository.page(query, query.limit() + 1, person, seal(person));
        return Page.cut(
                found,
                query.limit(),
                last -> new DayCursor(last.work().day(), last.id().value()).text());
    }

    @Transactional(readOnly = true)
    public Proposal one(ProposalId id, Actor.Person person) {
        return repository.find(id, person, seal(person)).orElseThrow(() -> DomainException.notFound("proposal"));
    }

    /** How many await a decision. */
    @Transactional(readOnly = true)
    public int open(Actor.Person person) {
        return repository.count(Proposal.State.PROPOSED, person);
    }

    /** Changes what a proposal says. Refuses when it was decided. */
    @Transactional
    public Proposal edit(ProposalId id, ProposalEdit edit, Actor.Person person) {
        var before = one(id, person);
        if (!repository.update(id, named(edit, person), person, seal(person))) {
            throw decided();
        }
        audit.append(event("proposal.edited", id, person)
                .with(Map.of("minutes_before", before.work().minutes(), "minutes", edit.minutes())));
        return one(id, person);
    }

    /** Makes the time entry. Refuses when the proposal was decided, or says more than a day holds. */
    @Transactional
    public TimeEntryId accept(ProposalId id, Actor.Person person) {
        decide(id, Proposal.State.PROPOSED, Proposal.State.ACCEPTED, person);
        var work = one(id, person).work();
        var time = WorkTime.amount(
                work.day(),
                Duration.ofMinutes(work.minutes()),
                accounts.own(person).zone());
        var done = Work.typed(work.type(), work.billable(), work.description(), work.matter(), work.clientMatter());
        audit.append(event("proposal.accepted", id, person));
        return entries.add(new NewTimeEntry(null, time, done, id), person);
    }

    /** Takes an acceptance back, and the time entry with it. */
    @Transactional
    public void undoAcceptance(ProposalId id, Actor.Person person) {
        decide(id, Proposal.State.ACCEPTED, Proposal.State.PROPOSED, person);
        entries.removeMadeFrom(id, person);
        audit.append(event("proposal.acceptance_undone", id, person));
    }

    @Transactional
    public void reject(ProposalId id, Actor.Person person) {
        decide(id, Proposal.State.PROPOSED, Proposal.State.REJECTED, person);
        audit.append(event("proposal.rejected", id, person));
    }

    @Transactional
    public void undoRejection(ProposalId id, Actor.Person person) {
        decide(id, Proposal.State.REJECTED, Proposal.State.PROPOSED, person);
        audit.append(event("proposal.rejection_undone", id, person));
    }

    private void decide(ProposalId id, Proposal.State from, Proposal.State to, Actor.Person person) {
        if (!repository.move(id, from, to, person, clock.instant())) {
            one(id, person);
            throw from == Proposal.State.PROPOSED
                    ? decided()
                    : DomainException.conflict("There is nothing to take back: the proposal is not in that state.");
        }
    }

    /** A matter of the directory brings its own name; one that is not there is refused. */
    private ProposalEdit named(ProposalEdit edit, Actor.Person person) {
        if (edit.matter() == null) {
            return edit;
        }
        var label = clients.matters(person).stream()
                .filter(matter -> matter.id().equals(edit.matter()))
                .findFirst()
                .map(matter -> ProposalEdit.shortened(matter.label()))
                .orElseThrow(() -> DomainException.invalid("There is no such matter."));
        return new ProposalEdit(
                edit.day(), edit.minutes(), edit.type(), edit.billable(), edit.matter(), label, edit.description());
    }

    private Seal seal(Actor.Person person) {
        return vault.sealOf(person);
    }

    private static AuditEvent event(String operation, ProposalId id, Actor.Person person) {
        return AuditEvent.of(person, operation, "proposal", id.value())
                .with(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA);
    }

    private static DomainException decided() {
        return DomainException.conflict("This proposal was decided already. Undo that first.");
    }
}
