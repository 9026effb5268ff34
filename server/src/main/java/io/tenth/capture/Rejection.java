package io.tenth.capture;

import io.tenth.shared.DomainException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a proposal was rejected.
 *
 * @param note in the owner's words, at most 500 characters; null for none
 */
public record Rejection(Reason reason, @Nullable String note) {

    private static final int LONGEST_NOTE = 500;

    public Rejection {
        note = note == null || note.isBlank() ? null : note.strip();
        if (note != null && (note.codePointCount(0, note.length()) > LONGEST_NOTE || note.indexOf('\0') >= 0)) {
            throw DomainException.invalid("The note has at most " + LONGEST_NOTE + " characters.");
        }
    }

    /** What was wrong with it. */
    public enum Reason {
        NOT_MY_TIME("not my time"),
        NOT_TIME("not time at all"),
        DUPLICATE("counted already"),
        WRONG_AMOUNT("wrong amount"),
        NEVER_FROM("never from this correspondent"),
        OTHER("another reason");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** The name in the store and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a name of the API. Refuses another word. */
        public static Reason ofKey(String key) {
            return Arrays.stream(values())
                    .filter(reason -> reason.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> DomainException.invalid(
                            "reason",
                            "The reason is one of not_my_time, not_time, duplicate,"
                                    + " wrong_amount, never_from, other."));
        }
    }
}
