package io.tenth.extraction.internal.date;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Recognises dates in words: {@code yesterday}, {@code last Tuesday}, {@code 3 March}, {@code March 3}, {@code the 12th}. */
final class WordDates {

    private final Tokens tokens;
    private final LocalDate sent;

    WordDates(Tokens tokens, LocalDate sent) {
        this.tokens = tokens;
        this.sent = sent;
    }

    @Nullable
    DateMention at(int i) {
        if (tokens.isNumber(i)) {
            return dayOfMonth(i);
        }
        if (!tokens.is(i, Tag.DATE_WORD)) {
            return null;
        }
        if (tokens.is(i, Tag.MONTH)) {
            return month(i);
        }
        if (tokens.is(i, Tag.WEEKDAY)) {
            return isWritten(i) ? weekday(i, i) : null;
        }
        return relative(i);
    }

    private @Nullable DateMention relative(int i) {
        if (tokens.is(i, Tag.TOMORROW)) {
            return new DateMention(i, i + 1, sent.plusDays(1), true);
        }
        if (tokens.is(i, Tag.BEFORE_YESTERDAY)) {
            return new DateMention(i, i + 1, sent.minusDays(2), false);
        }
        if (tokens.is(i, Tag.YESTERDAY)) {
            return new DateMention(i, i + 1, sent.minusDays(1), false);
        }
        if (tokens.is(i, Tag.TODAY)) {
            return new DateMention(i, i + 1, sent, false);
        }
        return tokens.isAny(i, Tag.LAST, Tag.NEXT) ? led(i) : null;
    }

    /** "last" or "next" with a weekday, a week, a month or a night. */
    private @Nullable DateMention led(int i) {
        boolean next = tokens.is(i, Tag.NEXT);
        if (tokens.is(i + 1, Tag.WEEKDAY)) {
            return next ? new DateMention(i, i + 2, sent.plusDays(7), true) : weekday(i, i + 1);
        }
        if (tokens.is(i + 1, Tag.NIGHT)) {
            return new DateMention(i, i + 2, sent.minusDays(1), false);
        }
        if (tokens.is(i + 1, Tag.WEEK)) {
            LocalDate sunday = sent.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
            return new DateMention(i, i + 2, next ? sent.plusDays(7) : sunday, next);
        }
        if (tokens.is(i + 1, Tag.MONTH_WORD)) {
            return new DateMention(
                    i, i + 2, next ? sent.plusMonths(1) : sent.withDayOfMonth(1).minusDays(1), next);
        }
        return null;
    }

    /** "sat" and "sun" are words of their own unless written large. */
    private boolean isWritten(int i) {
        return tokens.isCapitalised(i) || tokens.end(i) - tokens.start(i) > 3;
    }

    private DateMention weekday(int from, int i) {
        int wanted = (int) tokens.word(i).value();
        int back = Math.floorMod(sent.getDayOfWeek().getValue() - wanted, 7);
        boolean before = from < i;
        LocalDate day = sent.minusDays(back == 0 && before ? 7 : back);
        DateMention exact = monthDay(from, i + 1, day);
        return exact != null ? exact : new DateMention(from, i + 1, day, false);
    }

    /** "Tue 16 June", "Thursday the 12th": the number decides, the weekday goes with it. */
    private @Nullable DateMention monthDay(int from, int i, LocalDate weekday) {
        int next = tokens.isOneOf(i, ",.") ? i + 1 : i;
        next = tokens.is(next, Tag.THE) ? next + 1 : next;
        DateMention dated = tokens.isNumber(next) ? dayOfMonth(next) : tokens.is(next, Tag.MONTH) ? month(next) : null;
        return dated == null || dated.day().equals(weekday.plusDays(7))
                ? null
                : new DateMention(from, dated.to(), dated.day(), dated.future());
    }

    /** "3 March", "3rd of March 2026", and "the 12th" alone. */
    private @Nullable DateMention dayOfMonth(int i) {
        int day = dayNumber(i);
        if (day == 0) {
            return null;
        }
        boolean ordinal = isOrdinal(i + 1);
        int next = ordinal ? i + 2 : i + 1;
        int month = tokens.is(next, Tag.OF) || tokens.isMark(next, '.') ? next + 1 : next;
        if (tokens.is(month, Tag.MONTH)) {
            return dated(i, month + 1, (int) tokens.word(month).value(), day);
        }
        return ordinal && tokens.is(i - 1, Tag.THE) ? lastDayNumbered(i, next, day) : null;
    }

    /** The day of a month that token {@code i} can be, or 0. */
    private int dayNumber(int i) {
        if (!tokens.isNumber(i) || tokens.end(i) - tokens.start(i) > 2) {
            return 0;
        }
        Numeral number = Numeral.of(tokens.text(i));
        return number.is(Shape.WHOLE) && number.first() <= 31 ? number.first() : 0;
    }

    private boolean isOrdinal(int i) {
        return tokens.is(i, Tag.ORDINAL_ENDING) && tokens.touchesPrevious(i);
    }

    private @Nullable DateMention lastDayNumbered(int from, int to, int day) {
        for (int back = 0; back < 3; back++) {
            LocalDate month = sent.minusMonths(back).withDayOfMonth(1);
            if (day <= month.lengthOfMonth() && !month.withDayOfMonth(day).isAfter(sent)) {
                return new DateMention(from, to, month.withDayOfMonth(day), false);
            }
        }
        return null;
    }

    /** "March 3", "March 3rd, 2026", and a month alone after a preposition. */
    private @Nullable DateMention month(int i) {
        int month = (int) tokens.word(i).value();
        int next = tokens.isMark(i + 1, '.') ? i + 2 : i + 1;
        int day = dayNumber(next);
        if (day > 0) {
            boolean amount = tokens.isAny(next + 1, Tag.HOUR, Tag.MINUTE);
            return amount ? null : dated(i, isOrdinal(next + 1) ? next + 2 : next + 1, month, day);
        }
        return tokens.is(i - 1, Tag.DATE_LEAD) && tokens.isCapitalised(i) ? wholeMonth(i, month) : null;
    }

    private DateMention wholeMonth(int i, int month) {
        LocalDate first = LocalDate.of(sent.getYear(), month, 1);
        LocalDate start = first.isAfter(sent) ? first.minusYears(1) : first;
        LocalDate last = start.plusMonths(1).minusDays(1);
        return new DateMention(i, i + 1, last.isAfter(sent) ? sent : last, false);
    }

    private @Nullable DateMention dated(int from, int to, int month, int day) {
        int next = tokens.isMark(to, ',') ? to + 1 : to;
        int year = tokens.isNumber(next) ? yearOf(Numeral.of(tokens.text(next))) : 0;
        LocalDate date = NumericDate.latest(month, day, year, sent);
        if (date == null) {
            return null;
        }
        boolean future = year > 0 ? date.isAfter(sent) : NumericDate.isSoon(date, sent);
        return new DateMention(from, year > 0 ? next + 1 : to, date, future);
    }

    private static int yearOf(Numeral number) {
        return number.is(Shape.WHOLE) && number.firstDigits() == 4 && number.first() > 1990 ? number.first() : 0;
    }
}
