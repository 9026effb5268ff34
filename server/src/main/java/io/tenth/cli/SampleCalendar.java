package io.tenth.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Moves the dates of the sample by whole weeks, so that it looks like last month whenever the demo is started and its weekdays
 * stay true.
 *
 * @param weeks how far
 * @param zone the firm's own
 */
record SampleCalendar(long weeks, ZoneId zone) {

    private static final String DATE = "Date: ";
    private static final DateTimeFormatter HEADER =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ROOT);

    /** The calendar in which the sample's own today falls into the seven days before {@code today}. */
    static SampleCalendar movedTo(LocalDate today, LocalDate sampleToday, ZoneId zone) {
        return new SampleCalendar(Math.floorDiv(ChronoUnit.DAYS.between(sampleToday, today), 7L), zone);
    }

    LocalDate day(String isoDate) {
        return LocalDate.parse(isoDate).plusWeeks(weeks);
    }

    OffsetDateTime time(String isoDate, String clock) {
        return day(isoDate).atTime(LocalTime.parse(clock)).atZone(zone).toOffsetDateTime();
    }

    /** A line of the mailbox: the date of a header is moved by its wall-clock time, everything else stays. */
    String line(String line) {
        if (!line.startsWith(DATE)) {
            return line;
        }
        try {
            var sent =
                    OffsetDateTime.parse(line.substring(DATE.length()).strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return DATE + HEADER.format(sent.toLocalDateTime().plusWeeks(weeks).atZone(zone));
        } catch (DateTimeException nonsense) {
            return line;
        }
    }
}
