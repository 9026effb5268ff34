package io.tenth.entry.web;

import io.tenth.entry.TimeEntry;
import io.tenth.shared.DayRange;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TypedDuration;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entries of some days as they are read. The one that runs is not among them.
 *
 * @param isToday whether it is today's and nothing else
 */
record Sheet(LocalDate first, LocalDate last, boolean isToday, Sum total, List<Day> days) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static Sheet of(DayRange range, List<TimeEntry> found, LocalDate today, ZoneId zone) {
        var ended = found.stream().filter(entry -> !entry.isRunning()).toList();
        return new Sheet(
                range.from(),
                range.last(),
                range.equals(DayRange.ofBoth(today, today)),
                Sum.of(ended),
                range.from()
                        .datesUntil(range.to())
                        .map(day -> Day.of(day, ended, today, zone))
                        .toList());
    }

    /** The days as the values that every request of the sheet carries, so that its answer shows the same ones. */
    public String scope() {
        return "{\"first\": \"" + first + "\", \"last\": \"" + last + "\"}";
    }

    /** Hours, and those of them that are billed. */
    record Sum(String hours, String billable) {

        static Sum of(List<TimeEntry> entries) {
            return new Sum(
                    total(entries),
                    total(entries.stream()
                            .filter(entry -> entry.work().billable())
                            .toList()));
        }

        private static String total(List<TimeEntry> entries) {
            return TypedDuration.of(entries.stream()
                            .map(entry -> entry.time().duration())
                            .reduce(Duration.ZERO, Duration::plus))
                    .decimal();
        }
    }

    record Day(LocalDate date, String name, boolean isToday, Sum sum, List<Line> lines) {

        static Day of(LocalDate date, List<TimeEntry> entries, LocalDate today, ZoneId zone) {
            var own = entries.stream()
                    .filter(entry -> entry.time().day().equals(date))
                    .toList();
            return new Day(
                    date,
                    DAY.format(date),
                    date.equals(today),
                    Sum.of(own),
                    own.stream().map(entry -> Line.of(entry, zone)).toList());
        }
    }

    /**
     * One entry.
     *
     * @param billed the hours that are billed, where they are others than those worked
     * @param span from when to when; null where nobody said
     * @param isFull whether it may be a timer that nobody stopped
     * @param proposal where its evidence stands
     */
    record Line(
            UUID id,
            String hours,
            String clock,
            @Nullable String billed,
            @Nullable String span,
            boolean overlaps,
            boolean isFull,
            String type,
            @Nullable String clientMatter,
            @Nullable String task,
            String description,
            boolean billable,
            @Nullable UUID proposal) {

        static Line of(TimeEntry entry, ZoneId zone) {
            var time = TypedDuration.of(entry.time().duration());
            var work = entry.work();
            return new Line(
                    entry.id().value(),
                    time.decimal(),
                    time.clock(),
                    billed(entry, time),
                    span(entry, zone),
                    !entry.overlaps().isEmpty(),
                    entry.time().isFullByTheClock(),
                    work.type().key(),
                    work.clientMatter(),
                    entry.task() == null ? null : entry.task().title(),
                    work.description(),
                    work.billable(),
                    Optional.ofNullable(entry.proposal()).map(ProposalId::value).orElse(null));
        }

        /** What it is in a few words, to name it in a message. */
        public String title() {
            return hours + " h, " + (description.isEmpty() ? type : description);
        }

        private static @Nullable String billed(TimeEntry entry, TypedDuration worked) {
            var minutes = entry.billedMinutes();
            return minutes == null
                            || minutes == worked.minutes()
                            || !entry.work().billable()
                    ? null
                    : new TypedDuration(minutes).decimal();
        }

        private static @Nullable String span(TimeEntry entry, ZoneId zone) {
            var end = entry.time().end();
            if (end == null || !entry.time().clockKnown()) {
                return null;
            }
            var from = entry.time().start().atZone(zone);
            var to = end.atZone(zone);
            var days = to.toLocalDate().toEpochDay() - from.toLocalDate().toEpochDay();
            return CLOCK.format(from) + " – " + CLOCK.format(to) + (days == 0 ? "" : " +" + days + " d");
        }
    }
}
