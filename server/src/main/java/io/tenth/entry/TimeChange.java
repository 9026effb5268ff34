package io.tenth.entry;

import io.tenth.shared.Change;
import io.tenth.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What is to become of the time of an entry. */
@FunctionalInterface
public interface TimeChange {

    /** The time after the change. */
    WorkTime over(WorkTime before, ZoneId zone);

    /**
     * A change by fields: of the clock times, or of the day and the amount. An amount that is given clock times has them from
     * then on; an entry by the clock that is moved to another day keeps its time of day, and one that is given an amount keeps
     * its start.
     */
    record ByFields(Change<Instant> start, Change<Instant> end, Change<LocalDate> day, Change<Duration> duration)
            implements TimeChange {

        @Override
        public WorkTime over(WorkTime before, ZoneId zone) {
            var byClock = isSet(start) || isSet(end);
            var byAmount = isSet(day) || isSet(duration);
            if (byClock && byAmount) {
                throw DomainException.invalid("Change start_time and end_time, or date_performed and duration.");
            }
            if (before.end() == null && (byAmount || isSet(end))) {
                throw DomainException.conflict("The timer is running. Stop it first.");
            }
            return byClock ? clock(before, zone) : byAmount ? amount(before, zone) : before;
        }

        private WorkTime clock(WorkTime before, ZoneId zone) {
            var end = before.end();
            if (end == null) {
                return WorkTime.running(start.over(before.start()), zone);
            }
            if (!before.clockKnown() && !(isSet(start) && isSet(this.end))) {
                throw DomainException.invalid(
                        "Nobody said when this was worked: give start_time and end_time together.");
            }
            return WorkTime.clocked(start.over(before.start()), this.end.over(end), zone);
        }

        private WorkTime amount(WorkTime before, ZoneId zone) {
            var moved = day instanceof Change.To<LocalDate> to ? before.onDay(to.value(), zone) : before;
            return duration instanceof Change.To<Duration> to ? moved.lasting(to.value()) : moved;
        }

        private static boolean isSet(Change<?> change) {
            return change instanceof Change.To;
        }
    }
}
