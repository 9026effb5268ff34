package io.tenth.entry;

import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When somebody worked, to the second. It belongs to the day on which it began, also where it crosses midnight; how long it was
 * is told by the instants alone, so that a change of the clocks neither adds an hour nor takes one.
 *
 * @param day of the start, in the person's zone at the time of writing
 * @param end after {@code start}; null while the timer runs
 * @param clockKnown false where only the amount was said: start and end are then nominal, the amount from the start of the day
 */
public record WorkTime(
        LocalDate day, Instant start, @Nullable Instant end, boolean clockKnown) {

    /** The longest entry. A timer that runs longer counts no more. */
    public static final Duration MOST = Duration.ofHours(24);
    // Days of any zone within the years that DayRange takes; wide enough that the exact answer is left to it.
    private static final Instant EARLIEST = Instant.parse("1899-12-30T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-03T00:00:00Z");

    public WorkTime {
        if (end != null && !end.isAfter(start)) {
            throw DomainException.invalid("end_time", "The end lies at least a second after the start.");
        }
    }

    /** Work between two instants. Refuses more than 24 hours. */
    public static WorkTime clocked(Instant start, Instant end, ZoneId zone) {
        return new WorkTime(dayOf(start, zone), second(start), second(end), true).atMostADay();
    }

    /** An amount of time on a day, of which nobody said when it began. Refuses more than 24 hours. */
    public static WorkTime amount(LocalDate day, Duration duration, ZoneId zone) {
        var start = DayRange.storable(day, "date_performed").atStartOfDay(zone).toInstant();
        return new WorkTime(day, start, start.plus(duration), false).atMostADay();
    }

    /** Work that goes on. */
    public static WorkTime running(Instant start, ZoneId zone) {
        return new WorkTime(dayOf(start, zone), second(start), null, true);
    }

    /**
     * The same work on another day: at the same time of day where the clock is known, and just as long. A time of day that the
     * clocks skip on that day becomes the one after the gap.
     */
    public WorkTime onDay(LocalDate other, ZoneId zone) {
        if (!clockKnown) {
            return amount(other, duration(), zone);
        }
        var moved = DayRange.storable(other, "date_performed")
                .atTime(start.atZone(zone).toLocalTime());
        var start = moved.atZone(zone).toInstant();
        return clocked(start, start.plus(duration()), zone);
    }

    /** The same work with its end moved. */
    public WorkTime lasting(Duration duration) {
        return new WorkTime(day, start, start.plus(duration), clockKnown).atMostADay();
    }

    /** Nothing while the timer runs. */
    public Duration duration() {
        return end == null ? Duration.ZERO : Duration.between(start, end);
    }

    /** Whether it is by the clock and as long as an entry can be, which a timer is that nobody stopped. */
    public boolean isFullByTheClock() {
        return clockKnown && duration().equals(MOST);
    }

    private WorkTime atMostADay() {
        if (duration().compareTo(MOST) > 0) {
            throw DomainException.invalid("An entry lasts at most 24 hours.");
        }
        return this;
    }

    private static LocalDate dayOf(Instant start, ZoneId zone) {
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            throw DomainException.invalid("start_time", "A time lies between the years 1900 and 2999.");
        }
        return DayRange.storable(LocalDate.ofInstant(start, zone), "start_time");
    }

    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
