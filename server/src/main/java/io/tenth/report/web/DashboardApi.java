package io.tenth.report.web;

import io.tenth.identity.Accounts;
import io.tenth.report.Dashboard;
import io.tenth.report.DashboardFigures;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sums that a person sees first. */
@RestController
@RequestMapping("/api/analytics/dashboard")
class DashboardApi {

    private final Dashboard dashboard;
    private final Accounts accounts;
    private final Clock clock;

    DashboardApi(Dashboard dashboard, Accounts accounts, Clock clock) {
        this.dashboard = dashboard;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The figures of some days, both included; of this week where none is named. */
    @GetMapping
    Answer of(
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate end,
            Actor.Person person) {
        var today = LocalDate.now(clock.withZone(accounts.own(person).zone()));
        return Answer.of(dashboard.of(DayRange.ofAny(start, end, today), person));
    }

    record Answer(Range dateRange, BigDecimal totalTimeTrackedHours, List<Day> dailyBreakdown) {

        static Answer of(DashboardFigures figures) {
            return new Answer(
                    new Range(figures.days().from(), figures.days().last()),
                    rounded(figures.hours()),
                    figures.byDay().stream().map(Day::of).toList());
        }
    }

    /** Days, both included. */
    record Range(LocalDate start, LocalDate end) {}

    record Day(LocalDate date, BigDecimal timeTrackedHours) {

        static Day of(DashboardFigures.Day day) {
            return new Day(day.day(), rounded(day.hours()));
        }
    }

    private static BigDecimal rounded(double hours) {
        return BigDecimal.valueOf(hours).setScale(2, RoundingMode.HALF_UP);
    }
}
