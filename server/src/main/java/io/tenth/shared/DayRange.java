package io.tenth.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Days in a person's zone, {@code [from, to)}.
 *
 * @param from the first day
 * @param to the day after the last; after {@code from}, at most ten years later
 */
public record DayRange(LocalDate from, LocalDate to) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final String BETWEEN = "A day lies between the years " + FIRST_YEAR + " and " + LAST_YEAR + ".";

    public DayRange {
        storable(from);
        storable(to);
        if (!to.isAfter(from)) {
            throw DomainException.invalid("The range ends before it begins: " + from + " to " + to + ".");
        }
        if (to.isAfter(from.plusYears(10))) {
            throw DomainException.invalid("A range spans at most ten years.");
        }
    }

    /** The week, Monday to Sunday, that holds a day. */
    public static DayRange weekOf(LocalDate day) {
        var monday = storable(day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new DayRange(monday, monday.plusWeeks(1));
    }

    /** Both days included, as people and the API say it. */
    public static DayRange ofBoth(LocalDate first, LocalDate last) {
        return new DayRange(first, storable(last).plusDays(1));
    }

    /** Both days included; a day that was left out makes it a week, and both make it the week of today. */
    public static DayRange ofAny(@Nullable LocalDate first, @Nullable LocalDate last, LocalDate today) {
        if (first != null) {
            return ofBoth(first, last == null ? storable(first).plusDays(6) : last);
        }
        return last == null ? weekOf(today) : ofBoth(storable(last).minusDays(6), last);
    }

    /** Refuses a day that nobody means and no calendar of the store reaches. */
    public static LocalDate storable(LocalDate day) {
        if (!isStorable(day)) {
            throw DomainException.invalid(BETWEEN);
        }
        return day;
    }

    /** The same, of a field. */
    public static LocalDate storable(LocalDate day, String field) {
        if (!isStorable(day)) {
            throw DomainException.invalid(field, BETWEEN);
        }
        return day;
    }

    private static boolean isStorable(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** As many days, right before these. */
    public DayRange before() {
        return new DayRange(from.minusDays(days()), from);
    }

    public LocalDate last() {
        return to.minusDays(1);
    }

    public long days() {
        return to.toEpochDay() - from.toEpochDay();
    }
}
