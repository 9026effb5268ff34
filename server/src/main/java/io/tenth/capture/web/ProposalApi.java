package io.tenth.capture.web;

import io.tenth.capture.Proposal;
import io.tenth.capture.ProposalEdit;
import io.tenth.capture.ProposalQuery;
import io.tenth.capture.Proposals;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.DayCursor;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
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
        var after = cursor == null ? null : DayCursor.parse(cursor);
        return proposals
                .page(new ProposalQuery(Proposal.State.ofKey(state), after, limit), person)
                .map(Answer::of);
    }

    @GetMapping("/{id}")
    Answer one(@PathVariable UUID id, Actor.Person person) {
        return Answer.of(proposals.one(new ProposalId(id), person));
    }

    @PatchMapping("/{id}")
    Answer edit(@PathVariable UUID id, @RequestBody Edit edit, Actor.Person person) {
        var before = proposals.one(new ProposalId(id), person);
        return Answer.of(proposals.edit(before.id(), edit.over(before.work()), person));
    }

    /**
     * What is to be changed of a proposal.
     *
     * @param matterId a matter of the directory, which brings its own name; null for none
     * @param clientMatter the name of another; with no {@code matterId} beside it, it takes the matter's place
     */
    record Edit(
            Change<LocalDate> datePerformed,
            Change<Integer> durationMinutes,
            Change<WorkType> entryType,
            Change<Boolean> billable,
            Change<@Nullable UUID> matterId,
            Change<@Nullable String> clientMatter,
            Change<String> activityDescription) {

        ProposalEdit over(Proposal.Work work) {
            return new ProposalEdit(
                    datePerformed.over(work.day()),
                    durationMinutes.over(work.minutes()),
                    entryType.over(work.type()),
                    billable.over(work.billable()),
                    matterOver(work),
                    clientMatter.over(work.clientMatter()),
                    activityDescription.over(work.description()));
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
            Message message,
            Instant createdAt) {

        static Answer of(Proposal proposal) {
            var work = proposal.work();
            var evidence = proposal.evidence();
            return new Answer(
                    proposal.id().value(),
                    proposal.state().key(),
                    work.day(),
                    work.minutes(),
                    BigDecimal.valueOf(work.minutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP),
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
                    new Message(evidence.subject(), evidence.recipients(), evidence.sentAt()),
                    proposal.createdAt());
        }
    }

    /** The message that the proposal was found in. */
    record Message(String subject, String to, Instant sentAt) {}
}
