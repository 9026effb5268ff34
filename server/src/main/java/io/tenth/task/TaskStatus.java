package io.tenth.task;

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

    boolean isComplete() {
        return this == DONE || this == ARCHIVED;
    }
}
