package io.tenth.assistant.talk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The days that a request in plain English is about, both included.
 *
 * @param words that name them
 */
record Period(LocalDate from, LocalDate to, String words) {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final String MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|"));

    private static final List<Form> FORMS = List.of(
            form("since (\\d{4}-\\d{2}-\\d{2})", (found, today) -> of(LocalDate.parse(found.group(1)), today)),
            form(
                    "(?:from )?(\\d{4}-\\d{2}-\\d{2}) (?:to|until|through|-) (\\d{4}-\\d{2}-\\d{2})",
                    (found, today) -> of(LocalDate.parse(found.group(1)), LocalDate.parse(found.group(2)))),
            form("(?:on )?(\\d{4}-\\d{2}-\\d{2})", (found, today) -> of(LocalDate.parse(found.group(1)))),
            form("(?:in |for |over |of )?(?:the )?(?:last|past) (\\d{1,3}) (day|week|month)s?", Period::last),
            form("(?:in |for |over |of )?today(?:'s)?", (found, today) -> of(today)),
            form("yesterday(?:'s)?", (found, today) -> of(today.minusDays(1))),
            form("this week(?:'s)?", (found, today) -> of(monday(today), today)),
            form(
                    "(?:the )?(?:last|previous|past) week(?:'s)?",
                    (found, today) -> of(
                            monday(today).minusDays(DAYS_OF_A_WEEK),
                            monday(today).minusDays(1))),
            form("this month(?:'s)?", (found, today) -> of(today.withDayOfMonth(1), today)),
            form(
                    "(?:the )?(?:last|previous|past) month(?:'s)?",
                    (found, today) -> month(YearMonth.from(today).minusMonths(1), today)),
            form("this year(?:'s)?", (found, today) -> of(today.withDayOfYear(1), today)),
            form("(?:in |for |of )?(?:" + MONTHS + ")(?: (\\d{4}))?", Period::named));

    /** One way to name days. */
    private record Form(Pattern pattern, BiFunction<MatchResult, LocalDate, Period> days) {}

    /** The days that a request names; empty where it names none that there are. */
    static Optional<Period> in(String request, LocalDate today) {
        for (var form : FORMS) {
            var found = form.pattern().matcher(request);
            if (found.find()) {
                try {
                    var days = form.days().apply(found.toMatchResult(), today);
                    return days.from().isAfter(days.to())
                            ? Optional.empty()
                            : Optional.of(new Period(days.from(), days.to(), found.group()));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The words of a request for days of which none has come yet, or none ever does; empty where it names others, or none. */
    static Optional<String> inVain(String request, LocalDate today) {
        return in(request, today).filter(days -> !days.from().isAfter(today)).isPresent()
                ? Optional.empty()
                : FORMS.stream()
                        .map(form -> form.pattern().matcher(request))
                        .filter(Matcher::find)
                        .map(Matcher::group)
                        .findFirst();
    }

    /** How many days it is from its first one to today. */
    int daysUntil(LocalDate today) {
        return Math.toIntExact(Math.max(1, ChronoUnit.DAYS.between(from, today) + 1));
    }

    private static Form form(String pattern, BiFunction<MatchResult, LocalDate, Period> days) {
        return new Form(Pattern.compile("\\b" + pattern + "\\b"), days);
    }

    private static Period last(MatchResult found, LocalDate today) {
        var count = Integer.parseInt(found.group(1));
        return switch (found.group(2)) {
            case "day" -> of(today.minusDays(Math.max(0, count - 1)), today);
            case "week" -> of(today.minusWeeks(count).plusDays(1), today);
            default -> of(today.minusMonths(count).plusDays(1), today);
        };
    }

    /** The latest month of a name that has begun, or that of a year. */
    private static Period named(MatchResult found, LocalDate today) {
        var name = found.group().replaceAll("^(in|for|of) ", "").replaceAll(" \\d{4}$", "");
        var number = List.of(MONTHS.split("\\|")).indexOf(name) + 1;
        var month = YearMonth.of(found.group(1) == null ? today.getYear() : Integer.parseInt(found.group(1)), number);
        return month(found.group(1) == null && month.atDay(1).isAfter(today) ? month.minusYears(1) : month, today);
    }

    private static Period month(YearMonth month, LocalDate today) {
        var last = month.atEndOfMonth();
        return of(month.atDay(1), last.isAfter(today) ? today : last);
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    private static Period of(LocalDate day) {
        return of(day, day);
    }

    private static Period of(LocalDate from, LocalDate to) {
        return new Period(from, to, "");
    }
}
