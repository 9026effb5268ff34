package io.tenth.report.web;

import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days that a request asks for, both included, in the person's zone. */
@Component
final class AskedDays {

    private final Accounts accounts;
    private final Clock clock;

    AskedDays(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Where a day is left out they are a week, and where both are, this one. */
    Asked of(@Nullable LocalDate start, @Nullable LocalDate end, Actor.Person person) {
        var zone = accounts.own(person).zone();
        return new Asked(DayRange.ofAny(start, end, LocalDate.now(clock.withZone(zone))), zone);
    }

    record Asked(DayRange days, ZoneId zone) {}
}
