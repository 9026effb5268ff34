package io.tenth.capture;

import io.tenth.settings.Charge;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.Version;
import io.tenth.shared.WorkType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time that a message says was worked, awaiting its owner's decision or decided.
 *
 * @param work what will be recorded when it is accepted
 * @param evidence why it was proposed
 * @param doubts what may be counted already; only of one that is proposed
 */
public record Proposal(
        ProposalId id,
        State state,
        Work work,
        Evidence evidence,
        Billed billed,
        Course course,
        List<Doubt> doubts,
        Version version,
        Instant createdAt) {

    public Proposal {
        doubts = List.copyOf(doubts);
    }

    /** The same proposal with what stands in other rows. */
    Proposal with(Billed other, List<Doubt> found) {
        return new Proposal(id, state, work, evidence, other, course, found, version, createdAt);
    }

    /** Where a proposal stands. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        REJECTED;

        /** The name in the store and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a name of the API. Refuses another word. */
        public static State ofKey(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key().equals(key))
                    .findFirst()
                    .orElseThrow(() ->
                            DomainException.invalid("state", "The state is one of proposed, accepted, rejected."));
        }
    }

    /**
     * The time entry that it would become.
     *
     * @param matter in the firm's directory; null for words of the mail that the directory lacks
     * @param clientMatter what the work was for, as it is shown; null where the message names nothing
     */
    public record Work(
            LocalDate day,
            int minutes,
            WorkType type,
            boolean billable,
            @Nullable MatterId matter,
            @Nullable String clientMatter,
            String description) {}

    /**
     * What is billed of it.
     *
     * @param minutes beside those worked, which stay as they are
     * @param byHand whether its owner set them, so that no rule changes them
     */
    public record Billed(int minutes, boolean byHand, Charge charge) {

        /** The minutes that its owner set; null where the rules say. */
        public @Nullable Integer own() {
            return byHand ? minutes : null;
        }
    }

    /**
     * What has become of it.
     *
     * @param autoApproved whether it was approved by itself
     * @param rejection null where nobody said why, or it was not rejected
     * @param madeIn the splitting or merging that it came out of; null for one that was found in a message
     * @param replacedIn the splitting or merging that put others in its place; null for one that stands
     */
    public record Course(
            boolean autoApproved,
            @Nullable Rejection rejection,
            @Nullable UUID madeIn,
            @Nullable UUID replacedIn) {}

    /**
     * The sentence and the message that it stands in.
     *
     * @param excerpt the sentence with a little of the text around it
     * @param quoteStart where the sentence begins in {@code excerpt}, in UTF-16 code units
     * @param quoteEnd where it ends
     * @param confidence how likely the proposal is right, 0 to 1
     * @param reasons what spoke for it, strongest first, as names
     * @param opinion what a language model says of it, beside that confidence of Tenth's own; null where there is none
     */
    public record Evidence(
            MessageId message,
            String subject,
            String recipients,
            Instant sentAt,
            String excerpt,
            int quoteStart,
            int quoteEnd,
            double confidence,
            List<String> reasons,
            @Nullable Opinion opinion) {

        public Evidence {
            reasons = List.copyOf(reasons);
        }

        /** Whether Tenth had left it out, and it is proposed since the language model takes it for work. */
        public boolean isFoundByModel() {
            return reasons.contains(NewProposal.FOUND_BY_MODEL);
        }
    }
}
