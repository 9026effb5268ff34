package io.tenth.report.web;

import static io.tenth.report.web.Rounded.toHundredths;

import io.tenth.identity.Account;
import io.tenth.report.Analytics;
import io.tenth.report.PeriodFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A period beside the one before it. */
@RestController
@RequestMapping("/api/analytics/trend")
class TrendApi {

    private final Analytics analytics;
    private final AskedDays days;

    TrendApi(Analytics analytics, AskedDays days) {
        this.analytics = analytics;
        this.days = days;
    }

    /** Some days, both included, beside as many before them; this week where none is named. */
    @GetMapping
    Answer of(
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate end,
            Account account) {
        var asked = days.of(start, end, account);
        var before = asked.days().before();
        return Answer.of(
                analytics.of(asked.days(), asked.zone(), account.person()),
                analytics.of(before, asked.zone(), account.person()));
    }

    /** How a period went. Its days are both included. */
    record Answer(
            LocalDate periodStart,
            LocalDate periodEnd,
            int tasksCompleted,
            BigDecimal timeTrackedHours,
            BigDecimal productivityScore,
            Comparison comparisonPreviousPeriod) {

        /** The period of the same length before it, and how much more or less there was since. */
        record Comparison(
                LocalDate periodStart,
                LocalDate periodEnd,
                int tasksCompleted,
                BigDecimal timeTrackedHours,
                BigDecimal productivityScore,
                int tasksCompletedChange,
                BigDecimal timeTrackedHoursChange,
                BigDecimal productivityScoreChange) {}

        static Answer of(PeriodFigures period, PeriodFigures before) {
            return new Answer(
                    period.days().from(),
                    period.days().last(),
                    period.completions().count(),
                    toHundredths(period.hours()),
                    toHundredths(period.score()),
                    new Comparison(
                            before.days().from(),
                            before.days().last(),
                            before.completions().count(),
                            toHundredths(before.hours()),
                            toHundredths(before.score()),
                            period.completions().count() - before.completions().count(),
                            toHundredths(period.hours() - before.hours()),
                            toHundredths(period.score() - before.score())));
        }
    }
}
