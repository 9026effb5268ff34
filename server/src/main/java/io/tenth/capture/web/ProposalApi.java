package io.tenth.capture.web;

import io.tenth.capture.Doubt;
import io.tenth.capture.Proposal;
import io.tenth.capture.ProposalEdit;
import io.tenth.capture.ProposalQuery;
import io.tenth.capture.Proposals;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.MatterId;
import io.tenth.shared.Page;
import io.tenth.shared.ProposalId;
import io.tenth.shared.WorkType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The proposals of a person. They are decided through {@link ReviewApi}. */
@RestController
@RequestMapping("/api/proposals")
class ProposalApi {

    private final Proposals proposals;

    ProposalApi(Proposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping
    Page<Answer> list(
            @RequestParam(defaultValue = "proposed") String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        return proposals
                .page(new ProposalQuery(Proposal.State.ofKey(state), cursor, limit), person)
                .map(Answer::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<Answer> one(@PathVariable UUID id, Actor.Person person) {
        return shown(proposals.one(new ProposalId(id), person));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Answer> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Edit edit,
            Actor.Person person) {
        return shown(proposals.edit(new ProposalId(id), edit::over, Demand.of(ifMatch), person));
    }

    private static ResponseEntity<Answer> shown(Proposal proposal) {
        var answer = Answer.of(proposal);
        return ResponseEntity.ok()
                .eTag(proposal.version().etag(answer.hashCode()))
                .body(answer);
    }

    /**
     * What is to be changed of a proposal.
     *
     * @param matterId a matter of the directory, which brings its own name; null for none
     * @param clientMatter the name of another; with no {@code matterId} beside it, it takes the matter's place
     * @param billedMinutes 0 to 1440, in place of what the rules make of the worked time; null to leave it to them again
     */
    record Edit(
            Change<LocalDate> datePerformed,
            Change<Integer> durationMinutes,
            Change<WorkType> entryType,
            Change<Boolean> billable,
            Change<@Nullable UUID> matterId,
            Change<@Nullable String> clientMatter,
            Change<String> activityDescription,
            Change<@Nullable Integer> billedMinutes) {

        ProposalEdit over(Proposal proposal) {
            var work = proposal.work();
            return new ProposalEdit(
                    datePerformed.over(work.day()),
                    durationMinutes.over(work.minutes()),
                    entryType.over(work.type()),
                    billable.over(work.billable()),
                    matterOver(work),
                    clientMatter.over(work.clientMatter()),
                    activityDescription.over(work.description()),
                    billedMinutes.over(proposal.billed().own()));
        }

        private @Nullable MatterId matterOver(Proposal.Work work) {
            var replaced = clientMatter instanceof Change.To;
            var before =
                    work.matter() == null || replaced ? null : work.matter().value();
            var after = matterId.over(before);
            return after == null ? null : new MatterId(after);
        }
    }

    /**
     * A proposal.
     *
     * @param billedMinutes what is billed of it, by the rules of today or by its owner's word; worked time stays as it is
     * @param rateCategory whose rates apply; null for none
     * @param billingRate what an hour costs on that day; null where nobody has said
     * @param autoApproved whether it was approved by itself
     * @param rejectionReason not_my_time, not_time, duplicate, wrong_amount, never_from or other; null where nobody said
     * @param regroupingId the splitting or merging that it came out of, or that put others in its place
     * @param replaced whether others were put in its place
     * @param doubts what may be counted already
     * @param modelOpinion what a language model says beside Tenth itself; null where none was asked or none has answered
     * @param confidenceScore how likely it is right, 0 to 1
     * @param extractedText the words of the message that say so
     * @param context the same with a little of the text around it
     * @param extractedTextStart where the words begin in {@code context}, in UTF-16 code units
     * @param extractedTextEnd where they end
     * @param reasons what spoke for it, strongest first
     */
    record Answer(
            UUID id,
            String state,
            LocalDate datePerformed,
            int durationMinutes,
            BigDecimal hoursLogged,
            int billedMinutes,
            @Nullable String rateCategory,
            @Nullable BigDecimal billingRate,
            @Nullable String currency,
            String entryType,
            boolean billable,
            @Nullable UUID matterId,
            @Nullable String clientMatter,
            String activityDescription,
            BigDecimal confidenceScore,
            String extractedText,
            String context,
            int extractedTextStart,
            int extractedTextEnd,
            List<String> reasons,
            List<DoubtAnswer> doubts,
            @Nullable ModelOpinion modelOpinion,
            boolean autoApproved,
            @Nullable String rejectionReason,
            @Nullable String rejectionNote,
            @Nullable UUID regroupingId,
            boolean replaced,
            Message message,
            Instant createdAt) {

        static Answer of(Proposal proposal) {
            var work = proposal.work();
            var evidence = proposal.evidence();
            var charge = proposal.billed().charge();
            var course = proposal.course();
            var rejection = course.rejection();
            return new Answer(
                    proposal.id().value(),
                    proposal.state().key(),
                    work.day(),
                    work.minutes(),
                    BigDecimal.valueOf(work.minutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP),
                    proposal.billed().minutes(),
                    charge.category(),
                    charge.rate(),
                    charge.currency(),
                    work.type().key(),
                    work.billable(),
                    work.matter() == null ? null : work.matter().value(),
                    work.clientMatter(),
                    work.description(),
                    BigDecimal.valueOf(evidence.confidence()).setScale(3, RoundingMode.HALF_UP),
                    evidence.excerpt().substring(evidence.quoteStart(), evidence.quoteEnd()),
                    evidence.excerpt(),
                    evidence.quoteStart(),
                    evidence.quoteEnd(),
                    evidence.reasons(),
                    proposal.doubts().stream().map(DoubtAnswer::of).toList(),
                    ModelOpinion.of(evidence),
                    course.autoApproved(),
                    rejection == null ? null : rejection.reason().key(),
                    rejection == null ? null : rejection.note(),
                    course.replacedIn() == null ? course.madeIn() : course.replacedIn(),
                    course.replacedIn() != null,
                    new Message(evidence.subject(), evidence.recipients(), evidence.sentAt()),
                    proposal.createdAt());
        }
    }

    /**
     * What a language model says of a proposal. It changes neither the time nor the state.
     *
     * @param model its name
     * @param worked whether it takes it for time that was worked
     * @param found whether Tenth by itself had left it out, so that it is proposed by the model's word alone
     * @param entryType the kind of work as it has it; it counts where Tenth had found none
     * @param matterId the matter that it has chosen; it counts where Tenth had found none; null for none
     */
    record ModelOpinion(
            String model,
            boolean worked,
            boolean found,
            String entryType,
            @Nullable UUID matterId) {

        static @Nullable ModelOpinion of(Proposal.Evidence evidence) {
            var opinion = evidence.opinion();
            if (opinion == null) {
                return null;
            }
            var matter = opinion.matter();
            return new ModelOpinion(
                    opinion.model(),
                    opinion.worked(),
                    evidence.isFoundByModel(),
                    opinion.kind().key(),
                    matter == null ? null : matter.value());
        }
    }

    /**
     * Why a proposal may count time that is counted already.
     *
     * @param kind duplicate or overlap
     * @param proposalId the other, where it is a proposal
     * @param timeEntryId the other, where it is an entry that was typed or timed
     */
    record DoubtAnswer(
            String kind,
            String reason,
            String sentence,
            @Nullable UUID proposalId,
            @Nullable UUID timeEntryId) {

        static DoubtAnswer of(Doubt doubt) {
            var reason = doubt.reason();
            return switch (doubt.other()) {
                case Doubt.Other.Proposed other ->
                    new DoubtAnswer(
                            reason.kind().key(),
                            reason.key(),
                            reason.sentence(),
                            other.id().value(),
                            null);
                case Doubt.Other.Entered other ->
                    new DoubtAnswer(
                            reason.kind().key(),
                            reason.key(),
                            reason.sentence(),
                            null,
                            other.id().value());
            };
        }
    }

    /** The message that the proposal was found in. */
    record Message(String subject, String to, Instant sentAt) {}
}
