package io.tenth.report.web;

import static io.tenth.report.web.Rounded.toHundredths;

import io.tenth.identity.Account;
import io.tenth.report.Analytics;
import io.tenth.report.Distribution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the time of a person went. */
@RestController
@RequestMapping("/api/analytics/distribution")
class DistributionApi {

    private final Analytics analytics;
    private final AskedDays days;

    DistributionApi(Analytics analytics, AskedDays days) {
        this.analytics = analytics;
        this.days = days;
    }

    /** Some days, both included, by type of work, by task or by matter; this week where none is named. */
    @GetMapping
    Answer of(
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate end,
            @RequestParam(name = "group_by", defaultValue = "type") String groupBy,
            Account account) {
        var asked = days.of(start, end, account);
        return Answer.of(
                analytics.distribution(asked.days(), Distribution.By.ofKey(groupBy), asked.zone(), account.person()));
    }

    /**
     * Where the time went.
     *
     * @param topProductiveHours at most five hours of the day, the fullest first
     */
    record Answer(BigDecimal totalHours, List<Part> distribution, List<Hour> topProductiveHours) {

        /**
         * A part of the time.
         *
         * @param id of the task or matter; null for a type of work, and for time on none
         * @param name null for time on none
         * @param percentage of the total
         */
        record Part(@Nullable UUID id, @Nullable String name, BigDecimal hours, BigDecimal percentage) {}

        /**
         * An hour of the day.
         *
         * @param hour 0 to 23, in the person's zone
         */
        record Hour(int hour, BigDecimal hours) {}

        static Answer of(Distribution found) {
            return new Answer(
                    toHundredths(found.hours()),
                    found.parts().stream()
                            .map(part -> new Part(
                                    part.id(),
                                    part.name(),
                                    toHundredths(part.hours()),
                                    toHundredths(found.hours() == 0 ? 0 : 100 * part.hours() / found.hours())))
                            .toList(),
                    found.hoursOfDay().stream()
                            .map(hour -> new Hour(hour.hour(), toHundredths(hour.hours())))
                            .toList());
        }
    }
}
