package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.client.Clients;
import io.tenth.client.Matter;
import io.tenth.client.Rates;
import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.entry.Charging;
import io.tenth.entry.NewTimeEntry;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.Work;
import io.tenth.entry.WorkTime;
import io.tenth.identity.Accounts;
import io.tenth.settings.Billing;
import io.tenth.settings.Charge;
import io.tenth.settings.Terms;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TimeEntryId;
import io.tenth.shared.Version;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private final ReviewRepository review;
    private final Doubts doubts;
    private final Billing billing;
    private final TimeEntries entries;
    private final Clients clients;
    private final Accounts accounts;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Proposals(
            ProposalRepository repository,
            ReviewRepository review,
            Doubts doubts,
            Billing billing,
            TimeEntries entries,
            Clients clients,
            Accounts accounts,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.review = review;
        this.doubts = doubts;
        this.billing = billing;
        this.entries = entries;
        this.clients = clients;
        this.accounts = accounts;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that were split or merged are not among them. */
    @Transactional(readOnly = true)
    public Page<Proposal> page(ProposalQuery query, Actor.Person person) {
        var found = repository.page(query, query.limit() + 1, person, seal(person));
        return Page.cut(whole(found, person), query.limit(), query::cursor);
    }

    @Transactional(readOnly = true)
    public Proposal one(ProposalId id, Actor.Person person) {
        var found = repository.find(id, person, seal(person)).orElseThrow(Proposals::notFound);
        return whole(List.of(found), person).getFirst();
    }

    /**
     * Those of some days that became no time: they await a decision, or were rejected. Without what they cost and what may be
     * counted already.
     */
    @Transactional(readOnly = true)
    public List<Proposal> notAccepted(DayRange days, Actor.Person person) {
        var terms = billing.terms(person);
        return repository.notAccepted(days, person, seal(person)).stream()
                .map(one -> one.with(
                        new Proposal.Billed(billed(one, terms), one.billed().byHand(), Charge.UNKNOWN), List.of()))
                .toList();
    }

    /** How many await a decision. */
    @Transactional(readOnly = true)
    public int open(Actor.Person person) {
        return repository.count(Proposal.State.PROPOSED, person);
    }

    /** Changes what a proposal says. Refuses when it was decided. A matter that is changed is learnt from. */
    @Transactional
    public Proposal edit(ProposalId id, ProposalEdit edit, Actor.Person person) {
        return write(locked(id, person), edit, person);
    }

    /**
     * Changes some of what a proposal says.
     *
     * @param change applied to the proposal as it is when nobody else can change it any more
     * @param demanded the versions of which one the change is meant for
     */
    @Transactional
    public Proposal edit(ProposalId id, Function<Proposal, ProposalEdit> change, Demand demanded, Actor.Person person) {
        var before = locked(id, demanded, person);
        return write(before, change.apply(before), person);
    }

    /** Makes the time entry. Refuses when the proposal was decided, or says more than a day holds. */
    @Transactional
    public TimeEntryId accept(ProposalId id, Actor.Person person) {
        return accept(locked(id, person), false, person);
    }

    /**
     * Makes the time entry of a proposal as it was shown.
     *
     * @param demanded the versions of which one is accepted
     */
    @Transactional
    public TimeEntryId accept(ProposalId id, Demand demanded, Actor.Person person) {
        return accept(locked(id, demanded, person), false, person);
    }

    /**
     * A proposal that is sure enough for its owner to leave it to the server.
     *
     * @param doubted whether it may be counted already
     */
    record Sure(ProposalId id, boolean doubted) {}

    /** Some of those found since some time that were not looked at yet; none when all were. */
    @Transactional(readOnly = true)
    List<Sure> sure(BigDecimal threshold, Instant since, Actor.Person person) {
        return sure(review.sure(threshold, since, person, seal(person)), person);
    }

    /** Some of these that were not looked at yet; none when all were. */
    @Transactional(readOnly = true)
    List<Sure> sure(BigDecimal threshold, Collection<ProposalId> among, Actor.Person person) {
        return sure(review.sure(threshold, among, person, seal(person)), person);
    }

    private List<Sure> sure(List<Proposal> found, Actor.Person person) {
        var against = doubts.of(found, person);
        return found.stream()
                .map(one -> new Sure(
                        one.id(), !against.getOrDefault(one.id(), List.of()).isEmpty()))
                .toList();
    }

    /** Makes the time entry, and remembers in the same transaction that the proposal was looked at. */
    @Transactional
    void acceptAsSure(ProposalId id, Actor.Person person) {
        if (review.consider(id, person)) {
            accept(locked(id, person), true, person);
        }
    }

    /** Remembers that it was looked at, and waits. */
    @Transactional
    void leaveToOwner(ProposalId id, Actor.Person person) {
        review.consider(id, person);
    }

    /** Takes an acceptance back, and the time entry with it. */
    @Transactional
    public void undoAcceptance(ProposalId id, Actor.Person person) {
        move(new ProposalRepository.Step(id, Proposal.State.ACCEPTED, Proposal.State.PROPOSED), person);
        entries.removeMadeFrom(id, person);
        audit.append(event("proposal.acceptance_undone", id, person));
    }

    /**
     * Takes an acceptance back.
     *
     * @param demanded the versions of which one is taken back
     */
    @Transactional
    public void undoAcceptance(ProposalId id, Demand demanded, Actor.Person person) {
        locked(id, demanded, person);
        undoAcceptance(id, person);
    }

    /**
     * Rejects a proposal.
     *
     * @param rejection why; null where nobody says
     */
    @Transactional
    public void reject(ProposalId id, @Nullable Rejection rejection, Actor.Person person) {
        move(
                new ProposalRepository.Step(
                        id, Proposal.State.PROPOSED, Proposal.State.REJECTED, null, rejection, false),
                person);
        audit.append(event("proposal.rejected", id, person).with(reason(rejection)));
    }

    /**
     * Rejects a proposal as it was shown.
     *
     * @param rejection why; null where nobody says
     * @param demanded the versions of which one is rejected
     */
    @Transactional
    public void reject(ProposalId id, @Nullable Rejection rejection, Demand demanded, Actor.Person person) {
        locked(id, demanded, person);
        reject(id, rejection, person);
    }

    /** Says why a proposal was rejected. Refuses when it is not. */
    @Transactional
    public void explainRejection(ProposalId id, Rejection rejection, Actor.Person person) {
        if (!review.explain(id, rejection, person, seal(person))) {
            locked(id, person);
            throw DomainException.conflict("This proposal is not rejected.");
        }
        audit.append(event("proposal.rejection_explained", id, person).with(reason(rejection)));
    }

    @Transactional
    public void undoRejection(ProposalId id, Actor.Person person) {
        move(new ProposalRepository.Step(id, Proposal.State.REJECTED, Proposal.State.PROPOSED), person);
        audit.append(event("proposal.rejection_undone", id, person));
    }

    /**
     * Takes a rejection back.
     *
     * @param demanded the versions of which one is taken back
     */
    @Transactional
    public void undoRejection(ProposalId id, Demand demanded, Actor.Person person) {
        locked(id, demanded, person);
        undoRejection(id, person);
    }

    /** The edit under the name that the directory has for its matter. Refuses a matter that is not there. */
    static ProposalEdit named(ProposalEdit edit, List<Matter> matters) {
        return edit.matter() == null
                ? edit
                : matters.stream()
                        .filter(matter -> matter.id().equals(edit.matter()))
                        .findFirst()
                        .map(matter -> edit.named(matter.label()))
                        .orElseThrow(() -> DomainException.invalid("There is no such matter."));
    }

    private Proposal write(Proposal before, ProposalEdit edit, Actor.Person person) {
        var id = before.id();
        var named = named(edit, edit.matter() == null ? List.of() : clients.matters(person));
        if (!repository.update(id, named, person, seal(person))) {
            throw decided();
        }
        audit.append(event("proposal.edited", id, person)
                .with(Map.of(
                        "minutes_before",
                        before.work().minutes(),
                        "minutes",
                        edit.minutes(),
                        "matter_changed",
                        !Objects.equals(before.work().matter(), edit.matter()))));
        return one(id, person);
    }

    private TimeEntryId accept(Proposal proposal, boolean automatic, Actor.Person person) {
        var id = proposal.id();
        var work = proposal.work();
        var billed = billed(proposal, billing.terms(person));
        move(
                new ProposalRepository.Step(
                        id, Proposal.State.PROPOSED, Proposal.State.ACCEPTED, billed, null, automatic),
                person);
        var time = WorkTime.amount(
                work.day(),
                Duration.ofMinutes(work.minutes()),
                accounts.own(person).zone());
        var done = Work.typed(work.type(), work.billable(), work.description(), work.matter(), work.clientMatter());
        var charging = new Charging(proposal.billed().own(), null);
        audit.append(event("proposal.accepted", id, person).with(Map.of("automatic", automatic)));
        return entries.add(new NewTimeEntry(null, time, done, charging, id), person);
    }

    private void move(ProposalRepository.Step step, Actor.Person person) {
        if (!repository.move(step, person, seal(person), clock.instant())) {
            var course = locked(step.id(), person).course();
            if (course.replacedIn() != null) {
                throw DomainException.conflict("This proposal was split or merged. Undo that first.");
            }
            throw step.from() == Proposal.State.PROPOSED
                    ? decided()
                    : DomainException.conflict("There is nothing to take back: the proposal is not in that state.");
        }
    }

    /** The same proposals, each with what is billed of it and with what may be counted already. */
    List<Proposal> whole(List<Proposal> found, Actor.Person person) {
        if (found.isEmpty()) {
            return found;
        }
        var terms = billing.terms(person);
        var charges = billing.charges(
                found.stream()
                        .map(one -> new Rates.Asked(
                                one.work().matter(), null, one.work().day()))
                        .toList(),
                person);
        var against = doubts.of(found, person);
        return IntStream.range(0, found.size())
                .mapToObj(place -> {
                    var one = found.get(place);
                    var billed =
                            new Proposal.Billed(billed(one, terms), one.billed().byHand(), charges.get(place));
                    return one.with(billed, against.getOrDefault(one.id(), List.of()));
                })
                .toList();
    }

    /** What the rules of today say of one that waits; what was decided stays. */
    private static int billed(Proposal proposal, Terms terms) {
        var work = proposal.work();
        return proposal.billed().byHand() || proposal.state() != Proposal.State.PROPOSED
                ? proposal.billed().minutes()
                : terms.billed(work.matter(), work.billable(), Duration.ofMinutes(work.minutes()));
    }

    private Proposal locked(ProposalId id, Demand demanded, Actor.Person person) {
        var found = locked(id, person);
        if (!demanded.allows(found.version())) {
            throw Version.outdated();
        }
        return found;
    }

    private Proposal locked(ProposalId id, Actor.Person person) {
        return repository.lock(id, person, seal(person)).orElseThrow(Proposals::notFound);
    }

    private Seal seal(Actor.Person person) {
        return vault.sealOf(person);
    }

    private static Map<String, String> reason(@Nullable Rejection rejection) {
        return rejection == null
                ? Map.of()
                : Map.of("reason", rejection.reason().key());
    }

    private static AuditEvent event(String operation, ProposalId id, Actor.Person person) {
        return CaptureEvents.proposal(operation, id, person);
    }

    private static DomainException notFound() {
        return DomainException.notFound("proposal");
    }

    private static DomainException decided() {
        return DomainException.conflict("This proposal was decided already. Undo that first.");
    }
}
