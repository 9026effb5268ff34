package io.tenth.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Where a page of a list by time begins: after the item with this id, made at this time. */
public record TimeCursor(Instant at, UUID id) {

    /** Reads the text that {@link #text} wrote. Refuses any other. */
    public static TimeCursor parse(String text) {
        var parts = text.split("_", 2);
        try {
            var at = Instant.parse(parts[0]);
            DayRange.storable(at.atOffset(ZoneOffset.UTC).toLocalDate());
            return new TimeCursor(at, UUID.fromString(parts[parts.length - 1]));
        } catch (IllegalArgumentException | DateTimeException | DomainException e) {
            throw DomainException.invalid("cursor", "The cursor is not one that a page gave.");
        }
    }

    public String text() {
        return at + "_" + id;
    }
}
