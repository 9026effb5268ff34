package io.tenth.report.web;

import io.tenth.report.DashboardFigures;
import io.tenth.report.Distribution;
import io.tenth.shared.DayRange;
import io.tenth.shared.TypedDuration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a week or a month as the page shows them.
 *
 * @param billablePercent how much of the hours is billable; 0 where there are none
 */
record FiguresView(
        String title,
        String hours,
        String billable,
        String other,
        int billablePercent,
        int entries,
        List<Part> byMatter,
        List<Part> byType) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    /**
     * A part of the hours.
     *
     * @param name null for time that was booked on none
     */
    record Part(@Nullable String name, String hours, int percent) {}

    static FiguresView ofWeek(DashboardFigures figures, LocalDate today) {
        var days = figures.days();
        return of(figures, days.equals(DayRange.weekOf(today)) ? "This week" : "Week of " + DATE.format(days.from()));
    }

    static FiguresView ofMonth(DashboardFigures figures, LocalDate today) {
        var first = figures.days().from();
        var isNow = first.equals(today.withDayOfMonth(1));
        return of(figures, isNow ? "This month" : MONTH.format(first));
    }

    private static FiguresView of(DashboardFigures figures, String title) {
        return new FiguresView(
                title,
                decimal(figures.hours()),
                decimal(figures.billableHours()),
                decimal(figures.hours() - figures.billableHours()),
                percent(figures.billableHours(), figures.hours()),
                figures.entries(),
                parts(figures.byMatter(), figures.hours()),
                parts(figures.byType(), figures.hours()));
    }

    private static List<Part> parts(List<Distribution.Part> shares, double whole) {
        return shares.stream()
                .map(share -> new Part(share.name(), decimal(share.hours()), percent(share.hours(), whole)))
                .toList();
    }

    static String decimal(double hours) {
        return new TypedDuration(Math.toIntExact(Math.round(hours * 60))).decimal();
    }

    private static int percent(double part, double whole) {
        return whole == 0 ? 0 : Math.toIntExact(Math.round(100 * part / whole));
    }
}
