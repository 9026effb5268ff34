package io.tenth.report;

import io.tenth.shared.DayRange;
import java.time.LocalDate;
import java.util.List;

/** What a person's time came to over some days. Hours are decimal. */
public record DashboardFigures(
        DayRange days,
        double hours,
        double billableHours,
        int entries,
        List<Day> byDay,
        List<Distribution.Part> byMatter,
        List<Distribution.Part> byType) {

    public DashboardFigures {
        byDay = List.copyOf(byDay);
        byMatter = List.copyOf(byMatter);
        byType = List.copyOf(byType);
    }

    /** One day; days without time are there too. */
    public record Day(LocalDate day, double hours, double billableHours) {}
}
