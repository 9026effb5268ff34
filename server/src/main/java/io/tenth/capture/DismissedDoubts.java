package io.tenth.capture;

import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ProposalId;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The doubts that a person has looked at and dismissed: the two are counted once each, and rightly. Dismissed of one, a doubt is
 * dismissed of the other too. Where one of them is changed so that it is doubted for another reason, that is a new doubt.
 */
@Service
public class DismissedDoubts {

    private final DismissalRepository repository;
    private final Proposals proposals;
    private final AuditLog audit;
    private final Clock clock;

    DismissedDoubts(DismissalRepository repository, Proposals proposals, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.proposals = proposals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Dismisses a doubt. Does nothing where it was before; refuses where there is none.
     *
     * @param other the proposal or the entry that the proposal was taken to count again
     */
    @Transactional
    public void dismiss(ProposalId id, UUID other, Actor.Person person) {
        var raised = proposals.one(id, person).doubts().stream()
                .filter(doubt -> doubt.other().uuid().equals(other))
                .findFirst();
        if (raised.isPresent() && repository.insert(id, raised.get(), person, clock.instant())) {
            record("proposal.doubt_dismissed", id, other, person);
        } else if (!repository.isThere(id, other, person)) {
            throw DomainException.notFound("doubt");
        }
    }

    /** Lets a doubt be raised again. */
    @Transactional
    public void undo(ProposalId id, UUID other, Actor.Person person) {
        if (!repository.delete(id, other, person)) {
            throw DomainException.notFound("dismissed doubt");
        }
        record("proposal.doubt_dismissal_undone", id, other, person);
    }

    private void record(String operation, ProposalId id, UUID other, Actor.Person person) {
        audit.append(CaptureEvents.proposal(operation, id, person).with(Map.of("other", other.toString())));
    }
}
