package io.tenth.report;

import io.tenth.shared.DayRange;
import java.util.List;

/**
 * What a person did in some days.
 *
 * @param byDay the hours of each day, days without time too
 */
public record PeriodFigures(DayRange days, Completions completions, List<DashboardFigures.Day> byDay) {

    public PeriodFigures {
        byDay = List.copyOf(byDay);
    }

    public double hours() {
        return byDay.stream().mapToDouble(DashboardFigures.Day::hours).sum();
    }

    /** From 0 to 100. */
    public double score() {
        return ProductivityScore.of(completions, hours(), days.days());
    }
}
