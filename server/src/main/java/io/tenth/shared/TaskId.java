package io.tenth.shared;

import java.util.UUID;

/** The id of a task. */
public record TaskId(UUID value) {

    public static TaskId next() {
        return new TaskId(Ids.next());
    }
}
