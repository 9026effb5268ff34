package io.tenth.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** Where a page of a list by days begins: after the item with this id on this day. Its text goes with one filter alone. */
public record DayCursor(LocalDate day, UUID id) {

    /**
     * Reads the text that {@link #text} wrote for the same filter. Refuses any other.
     *
     * @param filter the same text for the same filter on every node
     */
    public static DayCursor parse(String text, String filter) {
        var parts = text.split("_", 3);
        if (parts.length != 3) {
            throw unknown();
        }
        if (!parts[2].equals(mark(filter))) {
            throw DomainException.invalid(
                    "cursor",
                    "The cursor was given by a list with other filters. Send those with it, or begin without a cursor.");
        }
        try {
            return new DayCursor(DayRange.storable(LocalDate.parse(parts[0])), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | DomainException e) {
            throw unknown();
        }
    }

    public String text(String filter) {
        return day + "_" + id + "_" + mark(filter);
    }

    private static String mark(String filter) {
        return Integer.toHexString(filter.hashCode());
    }

    private static DomainException unknown() {
        return DomainException.invalid("cursor", "The cursor is not one that a page gave.");
    }
}
