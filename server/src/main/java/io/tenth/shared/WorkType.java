package io.tenth.shared;

import java.util.Arrays;
import java.util.Locale;

/** The kind of work that time was spent on. */
public enum WorkType {
    CALL,
    MEETING,
    RESEARCH,
    DRAFTING,
    REVIEW,
    TRAVEL,
    OTHER;

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name of the API. Refuses another word. */
    public static WorkType ofKey(String key) {
        return Arrays.stream(values())
                .filter(type -> type.key().equals(key))
                .findFirst()
                .orElseThrow(() -> DomainException.invalid(
                        "entry_type", "The type is one of call, meeting, research, drafting, review, travel, other."));
    }
}
