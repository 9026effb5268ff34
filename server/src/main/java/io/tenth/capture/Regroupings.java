package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.client.Clients;
import io.tenth.crypto.Vault;
import io.tenth.extraction.Span;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Ids;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.WorkType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Splits a proposal into several and merges several into one. The ones before are kept, out of the review, and come back as they
 * were when it is undone; the sum of the time that was worked stays the same.
 */
@Service
public class Regroupings {

    private static final int MOST_PARTS = 10;
    private static final int MOST_MERGED = 20;
    private static final int MOST_MINUTES = 1440;
    private static final int LONGEST_DESCRIPTION = 500;

    private final ProposalRepository proposals;
    private final RegroupingRepository repository;
    private final Clients clients;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Regroupings(
            ProposalRepository proposals,
            RegroupingRepository repository,
            Clients clients,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.proposals = proposals;
        this.repository = repository;
        this.clients = clients;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it: new proposals, and the name under which it is undone. */
    public record Regrouped(UUID id, List<ProposalId> made) {

        public Regrouped {
            made = List.copyOf(made);
        }
    }

    /** Splits a proposal. Refuses parts that do not come to its time, and one that was decided. */
    @Transactional
    public Regrouped split(ProposalId id, List<ProposalEdit> parts, Actor.Person person) {
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            throw DomainException.invalid("A proposal is split into 2 to " + MOST_PARTS + " parts.");
        }
        var whole = locked(id, person);
        var sum = parts.stream().mapToInt(ProposalEdit::minutes).sum();
        if (sum != whole.work().minutes()) {
            throw DomainException.invalid("The parts come to " + sum + " minutes, and the proposal to "
                    + whole.work().minutes() + ". What was worked stays the same.");
        }
        return regroup("proposal.split", List.of(whole), named(parts, person), person);
    }

    /** Merges proposals of one day and one matter. Refuses those that were decided. */
    @Transactional
    public Regrouped merge(List<ProposalId> ids, Actor.Person person) {
        var distinct = ids.stream()
                .distinct()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        if (distinct.size() < 2 || distinct.size() > MOST_MERGED) {
            throw DomainException.invalid("Merge 2 to " + MOST_MERGED + " proposals.");
        }
        var before = distinct.stream().map(id -> locked(id, person)).toList();
        return regroup("proposal.merged", before, List.of(whole(before)), person);
    }

    /** The proposals that came of a splitting or merging. */
    @Transactional(readOnly = true)
    public List<ProposalId> made(UUID regrouping, Actor.Person person) {
        var made = repository.made(regrouping, person);
        if (made.isEmpty()) {
            throw DomainException.notFound("splitting or merging");
        }
        return made.stream().map(RegroupingRepository.Made::id).toList();
    }

    /** Brings the ones before back. Refuses while one of those that came of it is decided. */
    @Transactional
    public List<ProposalId> undo(UUID regrouping, Actor.Person person) {
        var made = repository.lockMade(regrouping, person);
        if (made.isEmpty()) {
            throw DomainException.notFound("splitting or merging");
        }
        if (made.stream().anyMatch(one -> one.state() != Proposal.State.PROPOSED)) {
            throw DomainException.conflict("One of the parts was decided, split or merged. Undo that first.");
        }
        repository
                .removeMade(regrouping, person)
                .forEach(id -> audit.append(
                        event("proposal.removed", id, person).with(Map.of("regrouping", regrouping.toString()))));
        var back = repository.bringBack(regrouping, person);
        back.forEach(id -> audit.append(
                event("proposal.regrouping_undone", id, person).with(Map.of("regrouping", regrouping.toString()))));
        return back;
    }

    private Regrouped regroup(String operation, List<Proposal> before, List<ProposalEdit> after, Actor.Person person) {
        var regrouping = Ids.next();
        var now = clock.instant();
        var ids = before.stream().map(Proposal::id).toList();
        if (repository.replace(ids, regrouping, person, now) != ids.size()) {
            throw DomainException.conflict("This proposal was decided already. Undo that first.");
        }
        var seal = vault.sealOf(person);
        var first = before.getFirst();
        var made = made(first, after, repository.freePlace(first.evidence().message(), person));
        proposals.insertAll(made, null, person, seal, now);
        var madeIds = made.stream().map(NewProposal::id).toList();
        repository.nameOrigin(madeIds, first.id(), regrouping, person);
        ids.forEach(id -> audit.append(event(operation, id, person)
                .with(Map.of(
                        "regrouping",
                        regrouping.toString(),
                        "into",
                        madeIds.stream().map(one -> one.value().toString()).toList()))));
        return new Regrouped(regrouping, madeIds);
    }

    private static List<NewProposal> made(Proposal origin, List<ProposalEdit> parts, int place) {
        var evidence = origin.evidence();
        var excerpt = new Excerpt(evidence.excerpt(), new Span(evidence.quoteStart(), evidence.quoteEnd()));
        var made = new ArrayList<NewProposal>();
        for (var part : parts) {
            made.add(new NewProposal(
                    ProposalId.next(),
                    evidence.message(),
                    place + made.size(),
                    part.work(),
                    excerpt,
                    evidence.confidence(),
                    evidence.reasons(),
                    null,
                    new Consultation.Unasked(),
                    false,
                    null));
        }
        return made;
    }

    private static ProposalEdit whole(List<Proposal> before) {
        var first = before.getFirst().work();
        var matters = before.stream()
                .map(one -> one.work().matter())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var days = before.stream().map(one -> one.work().day()).distinct().count();
        if (days > 1 || matters.size() > 1) {
            throw DomainException.invalid("Merge proposals of one day and one matter.");
        }
        if (before.stream().anyMatch(one -> one.work().billable() != first.billable())) {
            throw DomainException.invalid("Merge what is billable and what is not each by itself.");
        }
        var minutes = before.stream().mapToInt(one -> one.work().minutes()).sum();
        if (minutes > MOST_MINUTES) {
            throw DomainException.invalid("Together they come to more than 24 hours.");
        }
        return new ProposalEdit(
                first.day(),
                minutes,
                type(before),
                first.billable(),
                matters.isEmpty() ? null : matters.getFirst(),
                label(before, matters.isEmpty() ? null : matters.getFirst()),
                description(before),
                null);
    }

    private static WorkType type(List<Proposal> before) {
        var types = before.stream().map(one -> one.work().type()).distinct().toList();
        return types.size() == 1 ? types.getFirst() : WorkType.OTHER;
    }

    private static @Nullable String label(List<Proposal> before, @Nullable MatterId matter) {
        return before.stream()
                .map(Proposal::work)
                .filter(work -> matter == null ? work.clientMatter() != null : matter.equals(work.matter()))
                .findFirst()
                .map(Proposal.Work::clientMatter)
                .orElse(null);
    }

    private static String description(List<Proposal> before) {
        var joined =
                before.stream().map(one -> one.work().description()).distinct().collect(Collectors.joining("; "));
        return joined.length() <= LONGEST_DESCRIPTION ? joined : joined.substring(0, LONGEST_DESCRIPTION);
    }

    private List<ProposalEdit> named(List<ProposalEdit> parts, Actor.Person person) {
        var matters = clients.matters(person);
        return parts.stream().map(part -> Proposals.named(part, matters)).toList();
    }

    private Proposal locked(ProposalId id, Actor.Person person) {
        return proposals.lock(id, person, vault.sealOf(person)).orElseThrow(() -> DomainException.notFound("proposal"));
    }

    private static AuditEvent event(String operation, ProposalId id, Actor.Person person) {
        return CaptureEvents.proposal(operation, id, person);
    }
}
