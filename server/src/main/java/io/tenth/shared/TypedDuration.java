package io.tenth.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of time as people type and read it, in whole minutes.
 *
 * <p>Understood are {@code 1h30}, {@code 1 h 30 min}, {@code 1:30}, {@code 90m}, {@code 1.5}, {@code .3}, {@code 1,5}
 * and {@code 1½}; a number without a unit is hours, and a fraction is rounded to the minute.
 *
 * @param minutes not negative
 */
public record TypedDuration(int minutes) {

    private static final int HOUR = 60;
    private static final int MOST_HOURS = 24;

    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4}) ?m(?:in(?:ute)?s?)?");
    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile("(\\d{1,2}) ?(?::(?=\\d\\d)|h(?:(?:ou)?rs?)?) ?(\\d{1,2}) ?(?:m(?:in(?:ute)?s?)?)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d\\d) ?h(?:(?:ou)?rs?)?");
    private static final Pattern HOURS = Pattern.compile("(\\d{0,3}(?:[.,]\\d{1,4})?) ?(?:h(?:(?:ou)?rs?)?)?");

    public TypedDuration {
        if (minutes < 0) {
            throw new IllegalArgumentException("time is not negative: " + minutes);
        }
    }

    /** Reads what a person typed. Refuses what it does not understand, nothing at all, and more than a day. */
    public static TypedDuration parse(String typed) {
        var text = plain(typed);
        var minutes = minutes(text).or(() -> hoursAndMinutes(text)).or(() -> hours(text));
        return new TypedDuration(minutes.filter(amount -> amount > 0 && amount <= MOST_HOURS * HOUR)
                .orElseThrow(() -> DomainException.invalid(
                        "duration", "Type the time as 1.5, 1:30, 1h30 or 90m, between 1 minute and 24 hours.")));
    }

    /** The whole minutes of a duration; what is beyond them is left off. */
    public static TypedDuration of(Duration duration) {
        return new TypedDuration(Math.toIntExact(duration.toMinutes()));
    }

    public Duration duration() {
        return Duration.ofMinutes(minutes);
    }

    /** The shortest form that {@link #parse} reads back exactly: {@code 1.5}, and {@code 0:20} where hours would be rounded. */
    public String text() {
        return minutes % 3 == 0
                ? BigDecimal.valueOf(minutes)
                        .divide(BigDecimal.valueOf(HOUR), 2, RoundingMode.UNNECESSARY)
                        .stripTrailingZeros()
                        .toPlainString()
                : clock();
    }

    /** Hours to two places, for columns of them: {@code 1.50}. */
    public String decimal() {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(HOUR), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Hours and minutes: {@code 1:30}. */
    public String clock() {
        return minutes / HOUR + String.format(Locale.ROOT, ":%02d", minutes % HOUR);
    }

    /** The text with single spaces, lower case, and the words and fractions that say no more than digits do. */
    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\h]+", " ")
                .replaceAll(" ?½", ".5")
                .replaceAll(" ?¼", ".25")
                .replaceAll(" ?¾", ".75")
                .replace(" and ", " ")
                .strip();
    }

    private static Optional<Integer> minutes(String text) {
        return match(MINUTES, text).map(found -> Integer.parseInt(found.group(1)));
    }

    private static Optional<Integer> hoursAndMinutes(String text) {
        return match(HOURS_AND_MINUTES, text)
                .or(() -> match(CLOCK, text))
                .filter(found -> Integer.parseInt(found.group(2)) < HOUR)
                .map(found -> Integer.parseInt(found.group(1)) * HOUR + Integer.parseInt(found.group(2)));
    }

    private static Optional<Integer> hours(String text) {
        return match(HOURS, text)
                .map(found -> found.group(1).replace(',', '.'))
                .filter(number -> !number.isEmpty())
                .map(BigDecimal::new)
                .map(TypedDuration::atMostADay)
                .map(hours -> hours.multiply(BigDecimal.valueOf(HOUR))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact());
    }

    private static BigDecimal atMostADay(BigDecimal hours) {
        if (hours.compareTo(BigDecimal.valueOf(MOST_HOURS)) > 0) {
            throw DomainException.invalid(
                    "duration",
                    "A number alone is hours, and a day has 24. Write " + hours.toBigInteger() + "m for minutes.");
        }
        return hours;
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
