package io.tenth.report.web;

import static io.tenth.report.web.Rounded.toHundredths;

import io.tenth.identity.Account;
import io.tenth.report.Analytics;
import io.tenth.report.FirmFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sums over everybody, without names; for managers and administrators. */
@RestController
@RequestMapping("/api/analytics/firm")
class FirmApi {

    private final Analytics analytics;
    private final AskedDays days;

    FirmApi(Analytics analytics, AskedDays days) {
        this.analytics = analytics;
        this.days = days;
    }

    /** Some days, both included; this week where none is named. */
    @GetMapping
    Answer of(
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate end,
            Account account) {
        return Answer.of(analytics.firm(days.of(start, end, account).days(), account.person()));
    }

    /**
     * Sums over everybody.
     *
     * @param people how many have time in these days
     * @param withheld whether fewer than three do, so that the sums would tell of one; they are null then
     */
    record Answer(
            LocalDate periodStart,
            LocalDate periodEnd,
            int people,
            boolean withheld,
            @Nullable BigDecimal totalHours,
            @Nullable BigDecimal billableHours,
            @Nullable Long entries) {

        static Answer of(FirmFigures firm) {
            var days = firm.days();
            return firm.isWithheld()
                    ? new Answer(days.from(), days.last(), firm.people(), true, null, null, null)
                    : new Answer(
                            days.from(),
                            days.last(),
                            firm.people(),
                            false,
                            toHundredths(firm.hours()),
                            toHundredths(firm.billableHours()),
                            firm.entries());
        }
    }
}
