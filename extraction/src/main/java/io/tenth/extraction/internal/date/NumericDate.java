package io.tenth.extraction.internal.date;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A date in digits whose order is not known yet: {@code 03/04}, {@code 21.4.}, {@code 2026-03-20}.
 *
 * @param from its first token
 * @param to one past its last token
 * @param first the first number
 * @param second the second number
 * @param year the year, or 0 where none is written
 * @param order what the form itself says of the order
 */
record NumericDate(int from, int to, int first, int second, int year, Order order) {

    private static final int SOON = 100;

    /** Which number is the day. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        OPEN
    }

    /** The day in the given order, the latest not after {@code sent} where no year is written; null if there is none. */
    @Nullable
    LocalDate day(boolean dayFirst, LocalDate sent) {
        boolean swap = order == Order.OPEN ? dayFirst : order == Order.DAY_FIRST;
        return latest(swap ? second : first, swap ? first : second, year, sent);
    }

    /** How far from the sent day it would be in the given order: an impossible date is very far. */
    long distance(boolean dayFirst, LocalDate sent) {
        LocalDate day = day(dayFirst, sent);
        return day == null ? 10_000 : Math.abs(ChronoUnit.DAYS.between(day, sent));
    }

    /** Whether a day that was put into the year before, for want of a year, is more likely the one soon to come. */
    static boolean isSoon(LocalDate day, LocalDate sent) {
        return day.isBefore(sent) && day.plusYears(1).isBefore(sent.plusDays(SOON));
    }

    static @Nullable LocalDate latest(int month, int day, int year, LocalDate sent) {
        if (year > 0) {
            return of(year < 100 ? 2000 + year : year, month, day);
        }
        LocalDate thisYear = of(sent.getYear(), month, day);
        return thisYear != null && thisYear.isAfter(sent) ? of(sent.getYear() - 1, month, day) : thisYear;
    }

    /** The day, or null where the calendar has none: every second date is impossible in one of the orders, too many to throw. */
    private static @Nullable LocalDate of(int year, int month, int day) {
        boolean real = year >= Year.MIN_VALUE
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year));
        return real ? LocalDate.of(year, month, day) : null;
    }
}
