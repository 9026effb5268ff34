package io.tenth.mail;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of mail headers as RFC 5322 writes them, its obsolete forms (section 4.3) included.
 *
 * <p>The weekday is not checked against the date: programs get it wrong, and the date is what they meant. An unknown zone
 * name means UTC, as the RFC asks. mime4j's own field gives an instant without the author's offset, hence this class.
 */
public final class MailDates {

    private static final Pattern HEADER_DATE = Pattern.compile(
            "(?:[A-Za-z]{3,9}\\.?,?\\s*)?(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]{0,6}\\.?[\\s-]+(\\d{2,4}),?\\s+"
                    + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?(?:\\s*([+-]\\d{4}|[A-Za-z]{1,5}))?.*");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Map<String, Integer> ZONE_HOURS =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final ZoneOffset FARTHEST_OFFSET = ZoneOffset.ofHours(14);

    private MailDates() {}

    /** Reads the value of a Date header; empty when it holds no date that exists. */
    public static Optional<OffsetDateTime> parse(String header) {
        Matcher date = HEADER_DATE.matcher(withoutComments(header).strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        int month = month(date.group(2));
        int year = fullYear(date.group(3));
        int second = date.group(6) == null ? 0 : Math.min(Integer.parseInt(date.group(6)), 59);
        try {
            return Optional.of(LocalDateTime.of(year, month, number(date, 1), number(date, 4), number(date, 5), second)
                            .atOffset(offset(date.group(7))))
                    .filter(MailDates::isPlausible);
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    /**
     * Whether mail can bear that date. One before mail or long after it, or in an offset that is in force nowhere, is an
     * invention, and the database takes neither the year 0 nor 17 hours from UTC.
     */
    static boolean isPlausible(OffsetDateTime date) {
        return date.getYear() >= FIRST_YEAR
                && date.getYear() <= LAST_YEAR
                && Math.abs(date.getOffset().getTotalSeconds()) <= FARTHEST_OFFSET.getTotalSeconds();
    }

    /** The number of a month's English name or its first three letters, 1 to 12; 0 when it is none. */
    public static int month(String name) {
        return name.length() < 3 ? 0 : MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    /** Two digits count from 1950 and three from 1900, as RFC 5322 section 4.3 asks. */
    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 2 -> year < 50 ? year + 2000 : year + 1900;
            case 3 -> year + 1900;
            default -> year;
        };
    }

    private static ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        if (Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.ofHours(ZONE_HOURS.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                sign * Integer.parseInt(zone.substring(1, 3)), sign * Integer.parseInt(zone.substring(3)));
    }

    private static String withoutComments(String header) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
