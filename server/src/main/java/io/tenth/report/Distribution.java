package io.tenth.report;

import io.tenth.shared.DomainException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's time went.
 *
 * @param hours in all
 * @param parts the largest first
 * @param hoursOfDay the hours of the day in which most time was worked, the fullest first
 */
public record Distribution(double hours, List<Part> parts, List<HourOfDay> hoursOfDay) {

    public Distribution {
        parts = List.copyOf(parts);
        hoursOfDay = List.copyOf(hoursOfDay);
    }

    /** By what time is parted. */
    public enum By {
        TYPE,
        TASK,
        MATTER;

        /** Reads the name that the API gives it. */
        public static By ofKey(String key) {
            return Arrays.stream(values())
                    .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(key))
                    .findFirst()
                    .orElseThrow(() -> DomainException.invalid("group_by", "group_by is type, task or matter."));
        }
    }

    /**
     * A part of the time.
     *
     * @param id of the task or matter; null for a type, and for time on none
     * @param name null for time on none
     */
    public record Part(@Nullable UUID id, @Nullable String name, double hours) {}

    /**
     * An hour of the day in the person's zone.
     *
     * @param hour 0 to 23
     */
    public record HourOfDay(int hour, double hours) {}
}
