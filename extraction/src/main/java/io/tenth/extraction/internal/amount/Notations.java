package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Tokens;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts as devices and standards write them: {@code 1:30 h}, {@code 1:30:00}, {@code PT1H30M}, {@code 90'}. */
final class Notations {

    private static final int MOST_HOURS = 12;
    private static final int MOST_TIMER_HOURS = 10;
    private static final int LONGEST_ISO = 40;
    /** ISO 8601. It is tried only where a capital P runs into a digit, and never far. */
    private static final Pattern ISO =
            Pattern.compile("PNYNMNWND(?:TNHNMNS)?".replaceAll("N(.)", "(?:(\\\\d{1,9}(?:[.,]\\\\d{1,9})?)$1)?"));

    private static final double[] ISO_WORTH = {
        365 * Units.DAY, Units.MONTH, 7 * Units.DAY, Units.DAY, Units.HOUR, Units.MINUTE, 1
    };
    private static final int FIRST_TIME = 4;
    private static final int QUOTE_LOOK = 12;

    private final Tokens tokens;
    private final Units units;

    Notations(Tokens tokens, Units units) {
        this.tokens = tokens;
        this.units = units;
    }

    /** Whether token {@code i}, a word, may begin such an amount. */
    static boolean startsAt(Tokens tokens, int i) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        return tokens.isWord(i)
                && tokens.source().charAt(start) == 'P'
                && isDigit(tokens.source().charAt(end - 1));
    }

    /** The amount that begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        if (tokens.isWord(i)) {
            return startsAt(tokens, i) ? iso(i) : null;
        }
        if (!tokens.isNumber(i)) {
            return null;
        }
        Numeral number = tokens.numeral(i);
        return switch (number.shape()) {
            case COLON -> withUnit(i, number);
            case TIMER -> timer(i, number);
            case WHOLE -> primes(i, number);
            case POINT, COMMA, SLASH, OTHER -> null;
        };
    }

    /** {@code 1:30 h}, which is no time of day, and {@code 4:33 min}. */
    private @Nullable Amount withUnit(int i, Numeral number) {
        int unit = units.place(i + 1);
        double worth = units.worth(unit);
        boolean timed = number.secondDigits() == 2 && number.second() < 60 && !isTimeOfDay(i, number);
        double seconds = (number.first() * 60 + number.second()) * worth / 60;
        return timed && seconds > 0 && (worth == Units.HOUR || worth == Units.MINUTE)
                ? Amount.duration(i, units.end(unit), seconds)
                : null;
    }

    private boolean isTimeOfDay(int i, Numeral number) {
        return number.first() > MOST_HOURS || tokens.isAny(i - 1, Tag.DATE_LEAD, Tag.TO, Tag.FROM) || isAt(i);
    }

    /** Behind "at" stands a time of day. */
    private boolean isAt(int i) {
        return tokens.is(i - 1, Tag.PREPOSITION) && !tokens.isAny(i - 1, Tag.LESS, Tag.MINUS);
    }

    /** {@code 1:30:00} with its hours first; with two digits for more than an hour it is a time of day. */
    private @Nullable Amount timer(int i, Numeral number) {
        boolean timed = number.secondDigits() == 2 && number.second() < 60 && number.third() < 60;
        int seconds = number.first() * 3600 + number.second() * 60 + number.third();
        boolean possible = timed && number.first() < MOST_TIMER_HOURS && seconds > 0;
        boolean range = units.isHyphen(i + 1) || tokens.isAny(i + 1, Tag.AM, Tag.PM, Tag.TO);
        return possible && !range && !isTimeOfDay(i, number) ? Amount.duration(i, i + 1, seconds) : null;
    }

    /** {@code 90'}, and {@code 5"} where all units count. Feet, inches and quotation marks look the same. */
    private @Nullable Amount primes(int i, Numeral number) {
        boolean minutes = tokens.isOneOf(i + 1, "'’′");
        boolean seconds = units.areAll() && tokens.isOneOf(i + 1, "\"″");
        boolean signed = (minutes || seconds) && number.value() > 0;
        return signed && isSign(i + 1) && !isQuoted(i)
                ? Amount.duration(i, i + 2, number.value() * (minutes ? Units.MINUTE : 1))
                : null;
    }

    /** Whether the mark belongs to the number before it, and nothing follows that makes a measure of it: "12' wide". */
    private boolean isSign(int mark) {
        int next = mark + 1;
        boolean closed = tokens.isOneOf(next, ".,;)");
        boolean led = tokens.is(next, Tag.PREPOSITION) && !tokens.touchesPrevious(next);
        return tokens.touchesPrevious(mark) && (closed || led || tokens.isBreak(next));
    }

    private boolean isQuoted(int i) {
        for (int back = i - 1; back >= i - QUOTE_LOOK && !tokens.isBreak(back); back--) {
            if (tokens.isOneOf(back, "'‘\"“")) {
                return true;
            }
        }
        return tokens.is(i - 1, Tag.TIMES);
    }

    /** {@code PT1H30M}; calendar units only where all units count. */
    private @Nullable Amount iso(int i) {
        int start = tokens.start(i);
        Matcher period = ISO.matcher(tokens.source())
                .region(start, Math.min(tokens.source().length(), start + LONGEST_ISO));
        if (!period.lookingAt()) {
            return null;
        }
        double seconds = 0;
        for (int part = 0; part < ISO_WORTH.length; part++) {
            String count = period.group(part + 1);
            boolean counts = count != null && (units.areAll() || part >= FIRST_TIME);
            seconds += counts ? ISO_WORTH[part] * Double.parseDouble(count.replace(',', '.')) : 0;
        }
        int to = tokenEndingAt(i, period.end());
        return seconds > 0 && to > 0 ? Amount.duration(i, to, seconds) : null;
    }

    /** One past the token that ends at a place in the text, or 0 where the place is inside one. */
    private int tokenEndingAt(int i, int place) {
        int to = i;
        while (tokens.end(to) < place) {
            to++;
        }
        return tokens.end(to) == place ? to + 1 : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
