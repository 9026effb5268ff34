package io.tenth.capture.web;

import io.tenth.capture.BulkReview;
import io.tenth.capture.DismissedDoubts;
import io.tenth.capture.Proposals;
import io.tenth.capture.Rejection;
import io.tenth.identity.Account;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.ProposalId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Acceptance and rejection, one by one and many at once, and the taking back of each. */
@Controller
class ReviewDecisions {

    private final Proposals proposals;
    private final BulkReview bulk;
    private final DismissedDoubts dismissed;
    private final ReviewChange change;

    ReviewDecisions(Proposals proposals, BulkReview bulk, DismissedDoubts dismissed, ReviewChange change) {
        this.proposals = proposals;
        this.bulk = bulk;
        this.dismissed = dismissed;
        this.change = change;
    }

    @PostMapping("/review/{id}/acceptance")
    String accept(@PathVariable UUID id, Account account, Model page) {
        proposals.accept(new ProposalId(id), account.person());
        return change.done(List.of(id), "Approved", undo(id, "acceptance"), account, page);
    }

    @DeleteMapping("/review/{id}/acceptance")
    String undoAcceptance(@PathVariable UUID id, Account account, Model page) {
        proposals.undoAcceptance(new ProposalId(id), account.person());
        return change.undone(List.of(id), "Approval taken back", account, page);
    }

    @PostMapping("/review/{id}/rejection")
    String reject(@PathVariable UUID id, Account account, Model page) {
        proposals.reject(new ProposalId(id), null, account.person());
        return change.done(List.of(id), "Rejected", undo(id, "rejection"), account, page);
    }

    /** Says why, after the fact: the decision itself is quicker than its reason. */
    @PostMapping("/review/{id}/rejection-reason")
    String explainRejection(@PathVariable UUID id, @RequestParam String reason, Account account, Model page) {
        var why = new Rejection(Rejection.Reason.ofKey(reason), null);
        proposals.explainRejection(new ProposalId(id), why, account.person());
        return change.undone(List.of(id), "Rejected as " + why.reason().words(), account, page);
    }

    @DeleteMapping("/review/{id}/rejection")
    String undoRejection(@PathVariable UUID id, Account account, Model page) {
        proposals.undoRejection(new ProposalId(id), account.person());
        return change.undone(List.of(id), "Rejection taken back", account, page);
    }

    @PostMapping("/review/{id}/doubts/{other}/dismissal")
    String dismissDoubt(@PathVariable UUID id, @PathVariable UUID other, Account account, Model page) {
        dismissed.dismiss(new ProposalId(id), other, account.person());
        var undo = ReviewChange.Undo.delete("/review/" + id + "/doubts/" + other + "/dismissal", List.of(id));
        return change.done(List.of(id), "Doubt dismissed", undo, account, page);
    }

    @DeleteMapping("/review/{id}/doubts/{other}/dismissal")
    String undoDismissal(@PathVariable UUID id, @PathVariable UUID other, Account account, Model page) {
        dismissed.undo(new ProposalId(id), other, account.person());
        return change.undone(List.of(id), "Doubt raised again", account, page);
    }

    @PostMapping("/review/acceptances")
    String acceptAll(@RequestParam(defaultValue = "") List<UUID> ids, Account account, Model page) {
        return decided("approved", "acceptances", bulk.accept(typed(ids), account.person()), account, page);
    }

    @DeleteMapping("/review/acceptances")
    String undoAcceptances(@RequestParam List<UUID> ids, Account account, Model page) {
        return undone(bulk.undoAcceptance(typed(ids), account.person()), account, page);
    }

    @PostMapping("/review/rejections")
    String rejectAll(@RequestParam(defaultValue = "") List<UUID> ids, Account account, Model page) {
        return decided("rejected", "rejections", bulk.reject(typed(ids), null, account.person()), account, page);
    }

    @DeleteMapping("/review/rejections")
    String undoRejections(@RequestParam List<UUID> ids, Account account, Model page) {
        return undone(bulk.undoRejection(typed(ids), account.person()), account, page);
    }

    private static ReviewChange.Undo undo(UUID id, String noun) {
        return ReviewChange.Undo.delete("/review/" + id + "/" + noun, List.of(id));
    }

    private String decided(String word, String noun, List<BulkReview.Result> results, Account account, Model page) {
        var done = done(results);
        var message = done.size() + " " + word + refusals(results);
        return done.isEmpty()
                ? change.undone(visible(results), message, account, page)
                : change.done(
                        visible(results), message, ReviewChange.Undo.deleteAll("/review/" + noun, done), account, page);
    }

    private String undone(List<BulkReview.Result> results, Account account, Model page) {
        return change.undone(visible(results), done(results).size() + " taken back" + refusals(results), account, page);
    }

    private static String refusals(List<BulkReview.Result> results) {
        var refused =
                results.stream().flatMap(result -> result.refusal().stream()).toList();
        return refused.isEmpty()
                ? ""
                : ", " + refused.size() + " refused: " + refused.getFirst().sentence();
    }

    private static List<UUID> done(List<BulkReview.Result> results) {
        return results.stream()
                .filter(result -> result.refusal().isEmpty())
                .map(result -> result.proposal().value())
                .toList();
    }

    /** Those that are there at all, as the person may see them. */
    private static List<UUID> visible(List<BulkReview.Result> results) {
        return results.stream()
                .filter(result -> result.refusal()
                        .filter(refusal -> refusal.code() == ErrorCode.NOT_FOUND)
                        .isEmpty())
                .map(result -> result.proposal().value())
                .toList();
    }

    private static List<ProposalId> typed(List<UUID> ids) {
        if (ids.isEmpty()) {
            throw DomainException.invalid("Select at least one proposal first.");
        }
        return ids.stream().map(ProposalId::new).toList();
    }
}
