package io.tenth.report.web;

import static io.tenth.report.web.Rounded.toHundredths;

import io.tenth.identity.Account;
import io.tenth.report.Analytics;
import java.math.BigDecimal;
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

    private final Analytics analytics;
    private final AskedDays days;

    DashboardApi(Analytics analytics, AskedDays days) {
        this.analytics = analytics;
        this.days = days;
    }

    /** The figures of some days, both included; of this week where none is named. */
    @GetMapping
    Answer of(
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate end,
            Account account) {
        var asked = days.of(start, end, account);
        return Answer.of(analytics.overview(asked.days(), asked.zone(), account.person()));
    }

    /**
     * What a person sees first.
     *
     * @param totalTasksCompleted completed in these days
     * @param totalTasksInProgress as they stand now, as {@code totalTasksTodo} is
     * @param averageTaskCompletionTimeHours from making to completion
     * @param tasksCompletedOnTime of those with a due date
     * @param productivityScore 0 to 100
     */
    record Answer(
            Days dateRange,
            int totalTasksCompleted,
            int totalTasksInProgress,
            int totalTasksTodo,
            BigDecimal totalTimeTrackedHours,
            BigDecimal averageTaskCompletionTimeHours,
            int tasksCompletedOnTime,
            int tasksCompletedLate,
            BigDecimal productivityScore,
            List<Day> dailyBreakdown) {

        /** Days, both included. */
        record Days(LocalDate start, LocalDate end) {}

        record Day(LocalDate date, int tasksCompleted, BigDecimal timeTrackedHours) {}

        static Answer of(Analytics.Overview overview) {
            var period = overview.period();
            var tasks = overview.tasks();
            var completions = period.completions();
            return new Answer(
                    new Days(period.days().from(), period.days().last()),
                    completions.count(),
                    tasks.of("in_progress"),
                    tasks.of("todo"),
                    toHundredths(period.hours()),
                    toHundredths(completions.averageHours()),
                    completions.onTime(),
                    completions.late(),
                    toHundredths(period.score()),
                    period.byDay().stream()
                            .map(day -> new Day(day.day(), completions.on(day.day()), toHundredths(day.hours())))
                            .toList());
        }
    }
}
