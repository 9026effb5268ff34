package io.tenth.report;

import io.tenth.shared.DayRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person's time came to over some days. Hours are decimal. */
public record DashboardFigures(
        DayRange days,
        double hours,
        double billableHours,
        int entries,
        List<Day> byDay,
        List<Share> byMatter,
        List<Share> byType) {

    public DashboardFigures {
        byDay = List.copyOf(byDay);
        byMatter = List.copyOf(byMatter);
        byType = List.copyOf(byType);
    }

    /** One day; days without time are there too. */
    public record Day(LocalDate day, double hours, double billableHours) {}

    /**
     * A part of the total.
     *
     * @param name of the matter or type; null for time that was booked on none
     */
    public record Share(@Nullable String name, double hours) {}
}
