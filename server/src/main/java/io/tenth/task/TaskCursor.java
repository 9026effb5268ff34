package io.tenth.task;

import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page of tasks begins: after the task with this id and this key in the list's order.
 *
 * @param key of a type that the store compares with the field of the order
 */
record TaskCursor(Object key, UUID id) {

    /** As the store and the driver write a day after all others. */
    private static final LocalDate NEVER = LocalDate.MAX;

    /** The text that stands for the place after a task; it is not to be read, and goes with its query alone. */
    static String text(Object key, UUID id, TaskQuery query) {
        var text = mark(query) + "_" + id + "_" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the text that {@link #text} wrote for the same filter and order. Refuses any other. */
    static TaskCursor parse(String text, TaskQuery query) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("_", 3);
            if (parts.length != 3 || !parts[0].equals(mark(query))) {
                throw unknown();
            }
            return new TaskCursor(key(parts[2], query.sort().field()), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | DomainException e) {
            throw unknown();
        }
    }

    private static Object key(String text, TaskSort.Field field) {
        return switch (field) {
            case CREATED_AT, UPDATED_AT -> time(text);
            case DUE_DATE -> text.equals(NEVER.toString()) ? NEVER : DayRange.storable(LocalDate.parse(text));
            case PRIORITY -> Integer.valueOf(text);
            case TITLE -> title(text);
            case RELEVANCE -> Float.valueOf(text);
        };
    }

    private static OffsetDateTime time(String text) {
        var time = Instant.parse(text).atOffset(ZoneOffset.UTC);
        DayRange.storable(time.toLocalDate());
        return time;
    }

    private static String title(String text) {
        if (text.indexOf('\0') >= 0) {
            throw unknown();
        }
        return text;
    }

    private static String mark(TaskQuery query) {
        return Integer.toHexString((query.sort() + query.filter().text()).hashCode());
    }

    private static DomainException unknown() {
        return DomainException.invalid(
                "cursor",
                "The cursor was not given by a list with this filter and order. Send those with it, or begin without a cursor.");
    }
}
