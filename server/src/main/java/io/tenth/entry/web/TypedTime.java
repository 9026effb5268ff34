package io.tenth.entry.web;

import io.tenth.entry.TimeChange;
import io.tenth.entry.WorkTime;
import io.tenth.shared.DomainException;
import io.tenth.shared.TypedDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time of an entry as it stands in a form, which shows it to the minute. What is sent back as it was shown stays as it is,
 * to the second.
 *
 * @param from the time of day at which the work began; empty where nobody says
 * @param hours empty while the timer runs
 */
record TypedTime(String day, String from, String hours) implements TimeChange {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static TypedTime of(WorkTime time, ZoneId zone) {
        return new TypedTime(
                time.day().toString(),
                time.clockKnown() ? CLOCK.format(time.start().atZone(zone)) : "",
                time.end() == null ? "" : TypedDuration.of(time.duration()).text());
    }

    /** The time of a new entry. */
    WorkTime time(ZoneId zone) {
        return from.isBlank() ? WorkTime.amount(date(), duration(), zone) : clocked(duration(), zone);
    }

    @Override
    public WorkTime over(WorkTime before, ZoneId zone) {
        var shown = of(before, zone);
        if (equals(shown)) {
            return before;
        }
        if (before.end() == null) {
            return WorkTime.running(start(zone), zone);
        }
        if (day.equals(shown.day) && from.equals(shown.from)) {
            return before.lasting(duration());
        }
        return hours.equals(shown.hours) && !from.isBlank() ? clocked(before.duration(), zone) : time(zone);
    }

    private WorkTime clocked(Duration duration, ZoneId zone) {
        var start = start(zone);
        return WorkTime.clocked(start, start.plus(duration), zone);
    }

    /** Of a time of day that comes twice in a night, the first is meant. */
    private Instant start(ZoneId zone) {
        var local = date().atTime(clock());
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw DomainException.invalid("There is no " + from + " on that day: the clocks go forward.");
        }
        return local.atZone(zone).toInstant();
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw DomainException.invalid("The day has the form 2026-03-10.");
        }
    }

    private LocalTime clock() {
        try {
            return LocalTime.parse(from);
        } catch (DateTimeException e) {
            throw DomainException.invalid("The start has the form 09:30.");
        }
    }

    private Duration duration() {
        return TypedDuration.parse(hours).duration();
    }
}
