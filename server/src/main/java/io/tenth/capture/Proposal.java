package io.tenth.capture;

import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.WorkType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Time that a message says was worked, awaiting its owner's decision or decided.
 *
 * @param work what will be recorded when it is accepted
 * @param evidence why it was proposed
 */
public record Proposal(ProposalId id, State state, Work work, Evidence evidence, Instant createdAt) {

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
     * The sentence and the message that it stands in.
     *
     * @param excerpt the sentence with a little of the text around it
     * @param quoteStart where the sentence begins in {@code excerpt}, in UTF-16 code units
     * @param quoteEnd where it ends
     * @param confidence how likely the proposal is right, 0 to 1
     * @param reasons what spoke for it, strongest first, as names
     */
    public record Evidence(
            String subject,
            String recipients,
            Instant sentAt,
            String excerpt,
            int quoteStart,
            int quoteEnd,
            double confidence,
            List<String> reasons) {

        public Evidence {
            reasons = List.copyOf(reasons);
        }
    }
}
