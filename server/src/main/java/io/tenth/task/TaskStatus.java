package io.tenth.task;

import io.tenth.shared.DomainException;
import java.util.Arrays;
import java.util.Locale;

/** Where a task stands. */
public enum TaskStatus {
    TODO,
    IN_PROGRESS,
    DONE,
    ARCHIVED;

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name of the API. Refuses another word. */
    public static TaskStatus ofKey(String key) {
        return Arrays.stream(values())
                .filter(status -> status.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        DomainException.invalid("status", "The status is one of todo, in_progress, done, archived."));
    }

    /** Whether nothing is left to be done. */
    public boolean isComplete() {
        return this == DONE || this == ARCHIVED;
    }
}
