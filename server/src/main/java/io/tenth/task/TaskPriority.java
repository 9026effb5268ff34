package io.tenth.task;

import io.tenth.shared.DomainException;
import java.util.Arrays;
import java.util.Locale;

/** How soon a task wants attention, least first. */
public enum TaskPriority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT;

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name of the API. Refuses another word. */
    public static TaskPriority ofKey(String key) {
        return Arrays.stream(values())
                .filter(priority -> priority.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> DomainException.invalid("priority", "The priority is one of low, medium, high, urgent."));
    }
}
