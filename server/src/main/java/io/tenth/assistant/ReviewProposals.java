package io.tenth.assistant;

import io.tenth.assistant.ReviewProposals.Arguments.Action;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.capture.BulkReview;
import io.tenth.capture.Proposal;
import io.tenth.capture.ProposalEdit;
import io.tenth.capture.Proposals;
import io.tenth.capture.Rejection;
import io.tenth.client.Clients;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.WorkType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on proposals, or tells what a decision would do. */
@Component
public class ReviewProposals implements Tool<ReviewProposals.Arguments, ReviewProposals.Result> {

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            "review_proposals",
            "Approves, rejects or edits proposals of time that were found in the person's mail, or takes such a decision back. An"
                    + " approved one becomes a time entry. With dry_run, which is true unless it is false, nothing is changed and"
                    + " the answer tells what would be.",
            Scope.MAIL_WRITE,
            Effect.TIME,
            Set.of(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA, ComplianceFlag.BILLABLE),
            Arguments.class,
            Result.class);

    private final Proposals proposals;
    private final Clients clients;

    ReviewProposals(Proposals proposals, Clients clients) {
        this.proposals = proposals;
        this.clients = clients;
    }

    @Override
    public ToolDescription<Arguments, Result> description() {
        return DESCRIPTION;
    }

    @Override
    public Effect effect(Arguments asked) {
        return asked.isDryRun() ? Effect.NONE : asked.action().effect;
    }

    @Override
    public Result call(Arguments asked, Actor.Person person) {
        asked.refuseWhatDoesNotFit();
        return told(
                asked, asked.isDryRun() ? rehearsed(asked, person) : decided(asked, id -> Demand.ANY, person), person);
    }

    /** What was shown is decided on, and no other version of it. */
    @Override
    public Result carryOut(Arguments asked, WillDo agreed, Actor.Person person) {
        var shown = found(asked, person);
        Tool.requireSame(agreed, willDo(asked, shown, person));
        var versions = shown.stream().collect(Collectors.toMap(Proposal::id, one -> Demand.of(one.version())));
        return told(asked, decided(asked, id -> Objects.requireNonNull(versions.get(id)), person), person);
    }

    private Result told(Arguments asked, List<BulkReview.Result> reviewed, Actor.Person person) {
        var directory = new MatterView.Directory(clients.all(person));
        var all = reviewed.stream()
                .map(one -> Reviewed.of(one, one.refusal().isEmpty() ? found(one.proposal(), person) : null, directory))
                .toList();
        return new Result(asked.action(), asked.isDryRun(), all);
    }

    @Override
    public String text(Result result) {
        var done = result.proposals().stream().filter(Reviewed::done).toList();
        var minutes = done.stream()
                .map(Reviewed::durationMinutes)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        var refused = result.proposals().size() - done.size();
        return (result.dryRun() ? "Would " : "") + result.action().words() + ": " + counted(done.size(), minutes) + "."
                + (refused == 0 ? "" : " Refused: " + refused + ".");
    }

    @Override
    public WillDo willDo(Arguments asked, Actor.Person person) {
        return willDo(asked, found(asked, person), person);
    }

    private List<Proposal> found(Arguments asked, Actor.Person person) {
        asked.refuseWhatDoesNotFit();
        return asked.ids().stream().map(id -> found(id, person)).toList();
    }

    /** A sentence has no text of mail, so that what a proposal says of the work and the client is in its version alone. */
    private WillDo willDo(Arguments asked, List<Proposal> all, Actor.Person person) {
        var versions = all.stream().map(one -> String.valueOf(one.version().number()));
        return new WillDo(sentence(asked, all, person), versions.collect(Collectors.joining(" ")));
    }

    private String sentence(Arguments asked, List<Proposal> all, Actor.Person person) {
        var directory = new MatterView.Directory(clients.all(person));
        all.forEach(asked.action()::requireFrom);
        var minutes = all.stream().mapToInt(one -> one.work().minutes()).sum();
        return asked.action().words() + " " + counted(all.size(), minutes) + asked.said(directory) + ":\n"
                + all.stream().map(one -> line(one, directory)).collect(Collectors.joining("\n"));
    }

    private static String counted(int proposals, int minutes) {
        return proposals + (proposals == 1 ? " proposal, " : " proposals, ") + minutes + " minutes";
    }

    private static String line(Proposal one, MatterView.Directory directory) {
        var work = one.work();
        var matter = directory.of(work.matter());
        return work.minutes() + " min, " + work.day() + ", " + work.type().key()
                + (work.billable() ? ", billed " + one.billed().minutes() + " min" : ", not billable")
                + (matter == null ? "" : ", " + matter.text());
    }

    private List<BulkReview.Result> decided(
            Arguments asked, Function<ProposalId, Demand> demanded, Actor.Person person) {
        return switch (asked.action()) {
            case APPROVE -> each(asked, id -> proposals.accept(id, demanded.apply(id), person));
            case REJECT -> each(asked, id -> proposals.reject(id, asked.rejection(), demanded.apply(id), person));
            case UNDO_APPROVAL -> each(asked, id -> proposals.undoAcceptance(id, demanded.apply(id), person));
            case UNDO_REJECTION -> each(asked, id -> proposals.undoRejection(id, demanded.apply(id), person));
            case EDIT -> each(asked, id -> proposals.edit(id, asked::over, demanded.apply(id), person));
        };
    }

    private List<BulkReview.Result> rehearsed(Arguments asked, Actor.Person person) {
        return each(asked, id -> {
            var one = proposals.one(id, person);
            asked.action().requireFrom(one);
            asked.over(one);
        });
    }

    private static List<BulkReview.Result> each(Arguments asked, Consumer<ProposalId> step) {
        return asked.ids().stream()
                .map(id -> {
                    try {
                        step.accept(id);
                        return new BulkReview.Result(id, Optional.empty());
                    } catch (DomainException refusal) {
                        return new BulkReview.Result(id, Optional.of(refusal));
                    }
                })
                .toList();
    }

    private Proposal found(ProposalId id, Actor.Person person) {
        return proposals.one(id, person);
    }

    /** What is to be done with which. */
    public record Arguments(
            @Described("What is done with them.") Action action,

            @Described(
                    value = "Which: the proposal_id of entries that scan_billable_time tells.",
                    least = 1,
                    most = 100)
            List<UUID> proposalIds,

            @Described("Why they are rejected; only with reject, and nothing is said when null.")
            Rejection.@Nullable Reason reason,

            @Described(value = "The time worked; only with edit, and as it is when null.", least = 1, most = 1440)
            @Nullable
            Integer durationMinutes,

            @Described("The kind of work; only with edit, and as it is when null.") @Nullable
            WorkType entryType,

            @Described("The day of the work; only with edit, and as it is when null.") @Nullable
            LocalDate datePerformed,

            @Described("The matter, as find_matter tells it; only with edit, and as it is when null.") @Nullable
            UUID matterId,

            @Described("Whether it is only told what would be done; true when null.") @Nullable
            Boolean dryRun) {

        /** What can be done with a proposal. */
        public enum Action {
            APPROVE(Effect.TIME, Proposal.State.PROPOSED),
            REJECT(Effect.DRAFTS, Proposal.State.PROPOSED),
            EDIT(Effect.DRAFTS, Proposal.State.PROPOSED),
            UNDO_APPROVAL(Effect.TIME, Proposal.State.ACCEPTED),
            UNDO_REJECTION(Effect.DRAFTS, Proposal.State.REJECTED);

            private final Effect effect;
            private final Proposal.State from;

            Action(Effect effect, Proposal.State from) {
                this.effect = effect;
                this.from = from;
            }

            private String words() {
                var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
                return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }

            private void requireFrom(Proposal proposal) {
                if (proposal.state() != from) {
                    throw DomainException.conflict(
                            "This proposal is " + proposal.state().key() + ".");
                }
            }
        }

        private boolean isDryRun() {
            return !Boolean.FALSE.equals(dryRun);
        }

        private List<ProposalId> ids() {
            return proposalIds.stream().map(ProposalId::new).toList();
        }

        private @Nullable Rejection rejection() {
            return reason == null ? null : new Rejection(reason, null);
        }

        private void refuseWhatDoesNotFit() {
            if (new HashSet<>(proposalIds).size() < proposalIds.size()) {
                throw DomainException.invalid("proposal_ids", "A proposal is there twice.");
            }
            if (reason != null && action != Action.REJECT) {
                throw DomainException.invalid("reason", "A reason goes with reject alone.");
            }
            if (isEdit() != (action == Action.EDIT)) {
                throw DomainException.invalid(
                        "action",
                        "An edit has something to change: duration_minutes, entry_type, date_performed or matter_id. No other"
                                + " action has.");
            }
        }

        private boolean isEdit() {
            return durationMinutes != null || entryType != null || datePerformed != null || matterId != null;
        }

        private ProposalEdit over(Proposal proposal) {
            var before = ProposalEdit.of(proposal);
            return new ProposalEdit(
                    Objects.requireNonNullElse(datePerformed, before.day()),
                    Objects.requireNonNullElse(durationMinutes, before.minutes()),
                    Objects.requireNonNullElse(entryType, before.type()),
                    before.billable(),
                    matterId == null ? before.matter() : new MatterId(matterId),
                    before.clientMatter(),
                    before.description(),
                    before.billedMinutes());
        }

        /** What else is said, for the person to read. Refuses a matter that the directory has not. */
        private String said(MatterView.Directory directory) {
            var said = new StringBuilder();
            if (reason != null) {
                said.append(", ").append(reason.words());
            }
            if (durationMinutes != null) {
                said.append(", to ").append(durationMinutes).append(" minutes each");
            }
            if (entryType != null) {
                said.append(", to ").append(entryType.key());
            }
            if (datePerformed != null) {
                said.append(", to the day ").append(datePerformed);
            }
            if (matterId != null) {
                var matter = directory.of(new MatterId(matterId));
                if (matter == null) {
                    throw DomainException.notFound("matter");
                }
                said.append(", to ").append(matter.text());
            }
            return said.toString();
        }
    }

    /** What was done, or would be. */
    public record Result(
            @Described("What was asked for.") Action action,

            @Described("Whether it is only told, and nothing was changed.")
            boolean dryRun,

            @Described("Each of them.") List<Reviewed> proposals) {}

    /** What became of a proposal, or would. */
    public record Reviewed(
            @Described("The proposal.") UUID proposalId,
            @Described("Whether it was done, or could be.") boolean done,

            @Described("Why not; null where it was done.") @Nullable
            String problem,

            @Described("How it stands now; null where it was not done.") @Nullable
            String state,

            @Described("Worked; null where it was not done.") @Nullable
            Integer durationMinutes,

            @Described("The day of the work; null where it was not done.") @Nullable
            LocalDate datePerformed,

            @Described("The kind of work; null where it was not done.") @Nullable
            String entryType,

            @Described("The matter, where the directory has it.") @Nullable
            MatterView matter,

            @FromMail @Described("The work in a few words; null where it was not done.") @Nullable
            String activityDescription) {

        private static Reviewed of(
                BulkReview.Result result, @Nullable Proposal proposal, MatterView.Directory directory) {
            if (proposal == null) {
                return new Reviewed(
                        result.proposal().value(),
                        false,
                        result.refusal().map(DomainException::sentence).orElse(null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            var work = proposal.work();
            return new Reviewed(
                    result.proposal().value(),
                    true,
                    null,
                    proposal.state().key(),
                    work.minutes(),
                    work.day(),
                    work.type().key(),
                    directory.of(work.matter()),
                    work.description());
        }
    }
}
