package io.tenth.capture;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.ProposalId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides many proposals, each in a transaction of its own: one that is refused does not hold up the rest. */
@Service
public class BulkReview {

    private final Proposals proposals;

    BulkReview(Proposals proposals) {
        this.proposals = proposals;
    }

    /** What became of one proposal; the refusal is empty when it was done. */
    public record Result(ProposalId proposal, Optional<DomainException> refusal) {}

    public List<Result> accept(List<ProposalId> ids, Actor.Person person) {
        return each(ids, person, proposals::accept);
    }

    public List<Result> undoAcceptance(List<ProposalId> ids, Actor.Person person) {
        return each(ids, person, proposals::undoAcceptance);
    }

    /** Rejects each for the same reason; null where nobody says why. */
    public List<Result> reject(List<ProposalId> ids, @Nullable Rejection rejection, Actor.Person person) {
        return each(ids, person, (id, who) -> proposals.reject(id, rejection, who));
    }

    public List<Result> undoRejection(List<ProposalId> ids, Actor.Person person) {
        return each(ids, person, proposals::undoRejection);
    }

    private static List<Result> each(
            List<ProposalId> ids, Actor.Person person, BiConsumer<ProposalId, Actor.Person> step) {
        Page.size(ids.size());
        return ids.stream().map(id -> one(id, person, step)).toList();
    }

    private static Result one(ProposalId id, Actor.Person person, BiConsumer<ProposalId, Actor.Person> step) {
        try {
            step.accept(id, person);
            return new Result(id, Optional.empty());
        } catch (DomainException refusal) {
            return new Result(id, Optional.of(refusal));
        }
    }
}
