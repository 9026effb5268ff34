package io.tenth.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** Where a page of a list by days begins: after the item with this id on this day. */
public record DayCursor(LocalDate day, UUID id) {

    /** Reads the text that {@link #text} wrote. Refuses any other. */
    public static DayCursor parse(String text) {
        var parts = text.split("_", 2);
        try {
            return new DayCursor(
                    DayRange.storable(LocalDate.parse(parts[0])), UUID.fromString(parts[parts.length - 1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw DomainException.invalid("cursor", "The cursor is not one that a page gave.");
        }
    }

    public String text() {
        return day + "_" + id;
    }
}
