package io.tenth.extraction;

import java.util.List;
import java.util.Objects;

/**
 * An amount of time in a message and why the engine took it for work of the author, or did not.
 *
 * @param span where the amount stands in the body
 * @param text the sentence or row around it, as plain text; of a very long one the part that is near
 * @param inText where the amount stands in {@code text}
 * @param minutes the amount
 * @param entry whether it was taken for a time entry
 * @param confidence how likely the amount is a time entry, 0 to 1: at least one half where it was taken
 * @param reasons what spoke for and against, the weightiest first; their weights add up to the log-odds of the confidence
 */
public record ExaminedAmount(
        Span span, String text, Span inText, int minutes, boolean entry, double confidence, List<Reason> reasons) {

    /** Takes a copy of the list. */
    public ExaminedAmount {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(inText, "inText");
        reasons = List.copyOf(reasons);
    }

    /**
     * One thing that was seen.
     *
     * @param name what it is: the stable name of a piece of evidence, such as {@code past-tense-work}, or words for
     *     something else that was seen, such as {@code "dentist" after it}; those may change
     * @param weight how much it counts in log-odds: positive for an entry, negative against one
     */
    public record Reason(String name, double weight) {

        /** Refuses what is missing. */
        public Reason {
            Objects.requireNonNull(name, "name");
        }
    }
}
