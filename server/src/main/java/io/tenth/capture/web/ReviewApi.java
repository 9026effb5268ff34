package io.tenth.capture.web;

import io.tenth.capture.BulkReview;
import io.tenth.capture.Proposals;
import io.tenth.capture.Rejection;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** Rejects, with or without a reason. */
    @PostMapping("/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(@PathVariable UUID id, @RequestBody(required = false) @Nullable Why why, Actor.Person person) {
        proposals.reject(new ProposalId(id), why == null ? null : why.rejection(), person);
    }

    /** Says why a proposal was rejected, in place of what was said before. */
    @PutMapping("/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void explainRejection(@PathVariable UUID id, @RequestBody Why why, Actor.Person person) {
        proposals.explainRejection(new ProposalId(id), why.rejection(), person);
    }

    @DeleteMapping("/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undoRejection(@PathVariable UUID id, Actor.Person person) {
        proposals.undoRejection(new ProposalId(id), person);
    }

    /** Accepts each by itself: the answer says of each whether it was done. */
    @PostMapping("/acceptances")
    Results acceptAll(@RequestBody Ids asked, Actor.Person person) {
        return new Results(
                bulk.accept(typed(asked.ids()), person).stream().map(Result::of).toList());
    }

    /** Takes each acceptance back by itself. */
    @DeleteMapping("/acceptances")
    Decisions undoAcceptances(@RequestParam List<UUID> ids, Actor.Person person) {
        return Decisions.of(bulk.undoAcceptance(typed(ids), person));
    }

    /** Rejects each by itself, for the same reason. */
    @PostMapping("/rejections")
    Decisions rejectAll(@RequestBody Unwanted asked, Actor.Person person) {
        return Decisions.of(bulk.reject(typed(asked.ids()), asked.rejection(), person));
    }

    /** Takes each rejection back by itself. */
    @DeleteMapping("/rejections")
    Decisions undoRejections(@RequestParam List<UUID> ids, Actor.Person person) {
        return Decisions.of(bulk.undoRejection(typed(ids), person));
    }

    private static List<ProposalId> typed(List<UUID> ids) {
        return ids.stream().map(ProposalId::new).toList();
    }

    record Accepted(UUID timeEntryId) {}

    /**
     * Why a proposal is rejected.
     *
     * @param reason not_my_time, not_time, duplicate, wrong_amount, never_from or other
     * @param note at most 500 characters
     */
    record Why(String reason, @Nullable String note) {

        Rejection rejection() {
            return new Rejection(Rejection.Reason.ofKey(reason), note);
        }
    }

    /**
     * The proposals to be accepted.
     *
     * @param ids 1 to 100
     */
    record Ids(List<UUID> ids) {}

    /**
     * The proposals to be rejected.
     *
     * @param ids 1 to 100
     * @param reason not_my_time, not_time, duplicate, wrong_amount, never_from or other; null where nobody says
     * @param note at most 500 characters; only with a reason
     */
    record Unwanted(
            List<UUID> ids,
            @Nullable String reason,
            @Nullable String note) {

        @Nullable
        Rejection rejection() {
            if (reason == null && note != null) {
                throw DomainException.invalid("A note goes with a reason.");
            }
            return reason == null ? null : new Rejection(Rejection.Reason.ofKey(reason), note);
        }
    }

    record Results(List<Result> results) {}

    /**
     * What became of one of them.
     *
     * @param error why it was not; null where it was
     */
    record Result(UUID id, boolean accepted, @Nullable Problem error) {

        static Result of(BulkReview.Result result) {
            var problem = Problem.of(result);
            return new Result(result.proposal().value(), problem == null, problem);
        }
    }

    record Decisions(List<Decision> results) {

        static Decisions of(List<BulkReview.Result> results) {
            return new Decisions(results.stream().map(Decision::of).toList());
        }
    }

    /**
     * What became of one of them.
     *
     * @param error why it was not; null where it was
     */
    record Decision(UUID id, boolean done, @Nullable Problem error) {

        static Decision of(BulkReview.Result result) {
            var problem = Problem.of(result);
            return new Decision(result.proposal().value(), problem == null, problem);
        }
    }

    record Problem(String code, String message) {

        static @Nullable Problem of(BulkReview.Result result) {
            return result.refusal()
                    .map(refusal -> new Problem(refusal.code().name(), refusal.sentence()))
                    .orElse(null);
        }
    }
}
