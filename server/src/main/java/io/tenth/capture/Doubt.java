package io.tenth.capture;

import io.tenth.shared.ProposalId;
import io.tenth.shared.TimeEntryId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * Why a proposal may count time that is counted already. It is shown to its owner, and decides nothing.
 *
 * @param other what it may count again
 * @param day of the other
 */
public record Doubt(Reason reason, Other other, LocalDate day) {

    /** What it is that is doubted. */
    public enum Kind {
        DUPLICATE,
        OVERLAP;

        /** The name in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the two have in common. */
    public enum Reason {
        SAME_WORK_IN_THE_THREAD(Kind.DUPLICATE, "The same time was said in another mail of this conversation."),
        SAME_WORK_IN_ANOTHER_MAIL(Kind.DUPLICATE, "The same work with the same time stands in another mail."),
        ENTERED_ALREADY(Kind.DUPLICATE, "An entry of this day that was typed or timed looks like it."),
        SIMILAR_WORK_THAT_DAY(
                Kind.OVERLAP, "Another mail tells of similar work on this day: one may be a part of the other."),
        SAME_HOURS(Kind.OVERLAP, "Something else lies over these hours by the clock.");

        private final Kind kind;
        private final String sentence;

        Reason(Kind kind, String sentence) {
            this.kind = kind;
            this.sentence = sentence;
        }

        public Kind kind() {
            return kind;
        }

        public String sentence() {
            return sentence;
        }

        /** The name in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What may be counted already. */
    public sealed interface Other {

        /** Its id, of whichever kind. */
        UUID uuid();

        /** Another proposal, open or approved. */
        record Proposed(ProposalId id) implements Other {

            @Override
            public UUID uuid() {
                return id.value();
            }
        }

        /** An entry that came from no proposal. */
        record Entered(TimeEntryId id) implements Other {

            @Override
            public UUID uuid() {
                return id.value();
            }
        }
    }
}
