package io.tenth.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Days in a person's zone, {@code [from, to)}.
 *
 * @param from the first day
 * @param to the day after the last; after {@code from}, at most ten years later
 */
public record DayRange(LocalDate from, LocalDate to) {

    public DayRange {
        if (!to.isAfter(from)) {
            throw DomainException.invalid("The range ends before it begins: " + from + " to " + to + ".");
        }
        if (to.isAfter(from.plusYears(10))) {
            throw DomainException.invalid("A range spans at most ten years.");
        }
    }

    /** The week, Monday to Sunday, that holds a day. */
    public static DayRange weekOf(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new DayRange(monday, monday.plusWeeks(1));
    }

    /** Both days included, as people and the API say it. */
    public static DayRange ofBoth(LocalDate first, LocalDate last) {
        return new DayRange(first, last.plusDays(1));
    }

    public LocalDate last() {
        return to.minusDays(1);
    }

    public long days() {
        return to.toEpochDay() - from.toEpochDay();
    }
}
