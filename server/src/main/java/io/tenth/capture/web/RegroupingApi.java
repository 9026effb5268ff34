package io.tenth.capture.web;

import io.tenth.capture.Proposal;
import io.tenth.capture.ProposalEdit;
import io.tenth.capture.Proposals;
import io.tenth.capture.Regroupings;
import io.tenth.shared.Actor;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.WorkType;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposals that are split into several or merged into one, and the taking back of it. */
@RestController
@RequestMapping("/api")
class RegroupingApi {

    private final Regroupings regroupings;
    private final Proposals proposals;

    RegroupingApi(Regroupings regroupings, Proposals proposals) {
        this.regroupings = regroupings;
        this.proposals = proposals;
    }

    /** Splits a proposal. The parts come to the time of the whole. */
    @PostMapping("/proposals/{id}/parts")
    ResponseEntity<Answer> split(@PathVariable UUID id, @RequestBody Split asked, Actor.Person person) {
        var whole = proposals.one(new ProposalId(id), person);
        var parts = asked.parts().stream().map(part -> part.over(whole)).toList();
        return made(regroupings.split(whole.id(), parts, person));
    }

    /** Merges proposals of one day and one matter. Their time is added up. */
    @PostMapping("/proposals/mergers")
    ResponseEntity<Answer> merge(@RequestBody Merge asked, Actor.Person person) {
        return made(regroupings.merge(asked.ids().stream().map(ProposalId::new).toList(), person));
    }

    /** What came of a splitting or merging, until it is taken back. */
    @GetMapping("/regroupings/{id}")
    Answer one(@PathVariable UUID id, Actor.Person person) {
        return Answer.of(id, regroupings.made(id, person));
    }

    /** Takes a splitting or merging back: the ones before are there again as they were. */
    @DeleteMapping("/regroupings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id, Actor.Person person) {
        regroupings.undo(id, person);
    }

    private static ResponseEntity<Answer> made(Regroupings.Regrouped regrouped) {
        return ResponseEntity.created(URI.create("/api/regroupings/" + regrouped.id()))
                .body(Answer.of(regrouped.id(), regrouped.made()));
    }

    /**
     * How a proposal is to be split.
     *
     * @param parts 2 to 10
     */
    record Split(List<Part> parts) {}

    /**
     * One part; what it leaves out is as it was in the whole.
     *
     * @param matterId a matter of the directory, which brings its own name
     * @param clientMatter the name of another; with no {@code matterId} beside it, it takes the matter's place
     */
    record Part(
            int durationMinutes,
            @Nullable LocalDate datePerformed,
            @Nullable WorkType entryType,
            @Nullable Boolean billable,
            @Nullable UUID matterId,
            @Nullable String clientMatter,
            @Nullable String activityDescription) {

        ProposalEdit over(Proposal whole) {
            var work = whole.work();
            var named = matterId != null || clientMatter != null;
            return new ProposalEdit(
                    Objects.requireNonNullElse(datePerformed, work.day()),
                    durationMinutes,
                    Objects.requireNonNullElse(entryType, work.type()),
                    billable == null ? work.billable() : billable,
                    named ? (matterId == null ? null : new MatterId(matterId)) : work.matter(),
                    named ? clientMatter : work.clientMatter(),
                    Objects.requireNonNullElse(activityDescription, work.description()),
                    null);
        }
    }

    /**
     * The proposals that are to be one.
     *
     * @param ids 2 to 20
     */
    record Merge(List<UUID> ids) {}

    /**
     * What came of it.
     *
     * @param id under which it is taken back
     * @param proposalIds the new proposals
     */
    record Answer(UUID id, List<UUID> proposalIds) {

        static Answer of(UUID id, List<ProposalId> made) {
            return new Answer(id, made.stream().map(ProposalId::value).toList());
        }
    }
}
