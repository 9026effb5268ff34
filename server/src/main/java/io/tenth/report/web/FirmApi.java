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

    /**
     * Some days, both included; this week where none is named. A day counts where at least three people besides you worked on it, so
     * that no two ranges can be subtracted down to one person.
     */
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
     * @param people how many have time on the days that count
     * @param withheld whether no day counts; the sums are null then
     * @param daysWithheld days on which somebody worked that are in no sum, since fewer than three people besides you did
     */
    record Answer(
            LocalDate periodStart,
            LocalDate periodEnd,
            int people,
            boolean withheld,
            int daysWithheld,
            @Nullable BigDecimal totalHours,
            @Nullable BigDecimal billableHours,
            @Nullable Long entries) {

        static Answer of(FirmFigures firm) {
            var days = firm.days();
            return firm.isWithheld()
                    ? new Answer(days.from(), days.last(), 0, true, firm.daysWithheld(), null, null, null)
                    : new Answer(
                            days.from(),
                            days.last(),
                            firm.people(),
                            false,
                            firm.daysWithheld(),
                            toHundredths(firm.hours()),
                            toHundredths(firm.billableHours()),
                            firm.entries());
        }
    }
}
