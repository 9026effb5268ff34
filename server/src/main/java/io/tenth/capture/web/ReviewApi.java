package io.tenth.capture.web;

import io.tenth.capture.BulkReview;
import io.tenth.capture.Proposals;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ProposalId;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The decisions on proposals, and their taking back. */
@RestController
@RequestMapping("/api/proposals")
class ReviewApi {

    private final Proposals proposals;
    private final BulkReview bulk;

    ReviewApi(Proposals proposals, BulkReview bulk) {
        this.proposals = proposals;
        this.bulk = bulk;
    }

    /** Makes the time entry, whose address is the answer's location. */
    @PostMapping("/{id}/acceptance")
    ResponseEntity<Accepted> accept(@PathVariable UUID id, Actor.Person person) {
        var entry = proposals.accept(new ProposalId(id), person);
        return ResponseEntity.created(URI.create("/api/time-entries/" + entry.value()))
                .body(new Accepted(entry.value()));
    }

    @DeleteMapping("/{id}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undoAcceptance(@PathVariable UUID id, Actor.Person person) {
        proposals.undoAcceptance(new ProposalId(id), person);
    }

    @PostMapping("/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(@PathVariable UUID id, Actor.Person person) {
        proposals.reject(new ProposalId(id), person);
    }

    @DeleteMapping("/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undoRejection(@PathVariable UUID id, Actor.Person person) {
        proposals.undoRejection(new ProposalId(id), person);
    }

    /** Accepts each by itself: the answer says of each whether it was done. */
    @PostMapping("/acceptances")
    Results acceptAll(@RequestBody Ids asked, Actor.Person person) {
        var ids = asked.ids().stream().map(ProposalId::new).toList();
        return new Results(bulk.accept(ids, person).stream().map(Result::of).toList());
    }

    record Accepted(UUID timeEntryId) {}

    /**
     * The proposals to be accepted.
     *
     * @param ids 1 to 100
     */
    record Ids(List<UUID> ids) {}

    record Results(List<Result> results) {}

    /**
     * What became of one of them.
     *
     * @param error why it was not; null where it was
     */
    record Result(UUID id, boolean accepted, @Nullable Problem error) {

        static Result of(BulkReview.Result result) {
            var problem = result.refusal().map(Problem::of).orElse(null);
            return new Result(result.proposal().value(), problem == null, problem);
        }
    }

    record Problem(String code, String message) {

        static Problem of(DomainException refusal) {
            return new Problem(refusal.code().name(), refusal.sentence());
        }
    }
}
