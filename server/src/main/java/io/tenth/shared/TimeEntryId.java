package io.tenth.shared;

import java.util.UUID;

/** The id of a time entry. */
public record TimeEntryId(UUID value) {

    public static TimeEntryId next() {
        return new TimeEntryId(Ids.next());
    }
}
