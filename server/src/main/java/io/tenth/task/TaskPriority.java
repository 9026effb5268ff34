package io.tenth.task;

import java.util.Locale;

/** How soon a task wants attention. */
public enum TaskPriority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT;

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
