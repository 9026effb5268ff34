package io.tenth.mail.file;

import io.tenth.mail.MailDates;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that begins a message in an mbox file: {@code From someone Wed Jan 30 00:01:57 2002}.
 *
 * <p>Its date is in UTC by convention; some writers add an offset before or after the year.
 */
final class FromLine {

    private static final Pattern DATE =
            Pattern.compile(" (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?<month>[A-Z][a-z]{2}) +(?<day>\\d{1,2}) "
                    + "+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?"
                    + "(?: +(?:[A-Z]{3,4}|[+-]\\d{4}))? +(?<year>\\d{4})\\b");

    private FromLine() {}

    /** The date of the line in UTC; empty when it bears none. */
    static Optional<OffsetDateTime> date(String line) {
        Matcher date = DATE.matcher(line);
        if (!date.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            number(date, "year"),
                            MailDates.month(date.group("month")),
                            number(date, "day"),
                            number(date, "hour"),
                            number(date, "minute"))
                    .atOffset(ZoneOffset.UTC));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static int number(Matcher date, String group) {
        return Integer.parseInt(date.group(group));
    }
}
