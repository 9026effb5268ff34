package io.tenth.report.web;

import io.tenth.identity.Account;
import io.tenth.shared.DayRange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days that a request asks for, both included, in the person's zone. */
@Component
final class AskedDays {

    private final Clock clock;

    AskedDays(Clock clock) {
        this.clock = clock;
    }

    /** Where a day is left out they are a week, and where both are, this one. */
    Asked of(@Nullable LocalDate start, @Nullable LocalDate end, Account account) {
        var zone = account.zone();
        return new Asked(DayRange.ofAny(start, end, LocalDate.now(clock.withZone(zone))), zone);
    }

    record Asked(DayRange days, ZoneId zone) {}
}
