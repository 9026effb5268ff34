package io.tenth.extraction.internal.date;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises dates in words: {@code yesterday}, {@code last Tuesday}, {@code 3 March}, {@code March 3}, {@code the 12th}. */
final class WordDates {

    private static final Tags BEHIND_A_TIME = Tags.of(Tag.HOUR, Tag.MINUTE, Tag.DAY, Tag.AM, Tag.PM, Tag.TO);

    private static final Tags BEHIND_A_DAY = Tags.of(
            Tag.PREPOSITION,
            Tag.AND,
            Tag.FINITE,
            Tag.ADVERB,
            Tag.SELF,
            Tag.LAST,
            Tag.NEXT,
            Tag.NUMBER,
            Tag.SUBORDINATOR);
    private static final int DAYS_OF_WEEKEND = 2;
    private static final int SHORT = 3;

    /** How many days away a day is that is called by its name and its number alone. */
    private static final int FARTHEST_NUMBER = 20;

    private final Tokens tokens;
    private final LocalDate sent;

    /** Whether a word for a period stands anywhere, as in few messages. */
    private final boolean periods;

    /** The day that words named last. */
    private @Nullable LocalDate last;

    WordDates(Tokens tokens, LocalDate sent) {
        this.tokens = tokens;
        this.sent = sent;
        this.periods = tokens.has(0, tokens.size(), Tag.WEEK)
                || tokens.has(0, tokens.size(), Tag.MONTH_WORD)
                || tokens.has(0, tokens.size(), Tag.NIGHT);
    }

    @Nullable
    DateMention at(int i) {
        DateMention found = find(i);
        last = found == null || found.future() ? last : found.day();
        return found;
    }

    private @Nullable DateMention find(int i) {
        if (tokens.isNumber(i)) {
            return dayOfMonth(i);
        }
        if (periods
                && tokens.isAny(i, Tag.WEEK, Tag.MONTH_WORD, Tag.NIGHT)
                && tokens.isAny(i + 1, Tag.LAST, Tag.NEXT)) {
            return led(i + 1, i);
        }
        if (!tokens.is(i, Tag.DATE_WORD)) {
            return null;
        }
        if (tokens.is(i, Tag.MONTH)) {
            return month(i);
        }
        if (tokens.is(i, Tag.WEEKDAY)) {
            return isWritten(i) && !isOrdinalOf(i) ? weekday(i, i) : null;
        }
        return relative(i);
    }

    private @Nullable DateMention relative(int i) {
        if (tokens.is(i, Tag.TOMORROW)
                && !tokens.phrase(i).has(Tag.MORNING)
                && !tokens.phrase(i).has(Tag.TODAY)) {
            return new DateMention(i, i + 1, sent.plusDays(1), true);
        }
        LocalDate beside = besideLast(i);
        if (beside != null) {
            return new DateMention(i, i + 1, beside, beside.isAfter(sent));
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
        if (isWeekend(i)) {
            return weekend(i);
        }
        return tokens.isAny(i, Tag.LAST, Tag.NEXT) ? led(i, i + 1) : null;
    }

    /** "On Wednesday I was in court. The day before, …"; null where no day was named before. */
    private @Nullable LocalDate besideLast(int i) {
        if (last == null || !tokens.isAny(i, Tag.DAY_BEFORE, Tag.DAY_AFTER)) {
            return null;
        }
        if (tokens.isAny(i - 1, Tag.DAY_BEFORE, Tag.DAY_AFTER)) {
            return last;
        }
        return tokens.is(i, Tag.DAY_BEFORE) ? last.minusDays(1) : last.plusDays(1);
    }

    /** Whether the word for a week is one for the two days at its end. */
    private boolean isWeekend(int i) {
        return tokens.is(i, Tag.WEEK)
                && (tokens.word(i).value() == DAYS_OF_WEEKEND
                        || tokens.phrase(i).value() == DAYS_OF_WEEKEND);
    }

    /** "over the weekend": the one that is or has just been; later in the week it is as likely the one to come. */
    private @Nullable DateMention weekend(int i) {
        DayOfWeek today = sent.getDayOfWeek();
        boolean during = today.compareTo(DayOfWeek.SATURDAY) >= 0;
        boolean lately = today.compareTo(DayOfWeek.TUESDAY) <= 0;
        LocalDate day = during ? sent : sent.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        boolean ahead = tokens.isAny(i - 1, Tag.NEXT, Tag.BY) || tokens.isAny(i - 2, Tag.NEXT, Tag.BY);
        return (during || lately) && !ahead ? new DateMention(i, i + 1, day, false) : null;
    }

    /** "last" or "next" with a weekday, a week, a month or a night before or behind it: "la semaine dernière". */
    private @Nullable DateMention led(int side, int unit) {
        int from = Math.min(side, unit);
        int to = Math.max(side, unit) + 1;
        if (tokens.is(side, Tag.NEXT)) {
            return following(unit, from, to);
        }
        if (tokens.is(unit, Tag.WEEKDAY)) {
            return weekday(from, unit);
        }
        if (tokens.is(unit, Tag.NIGHT)) {
            return new DateMention(from, to, sent.minusDays(1), false);
        }
        if (tokens.is(unit, Tag.WEEK)) {
            return side < unit && tokens.is(to, Tag.WEEKDAY)
                    ? new DateMention(from, to + 1, lastWeek(to), false)
                    : new DateMention(from, to, sent.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)), false);
        }
        LocalDate month = sent.withDayOfMonth(1).minusDays(1);
        return tokens.is(unit, Tag.MONTH_WORD) ? new DateMention(from, to, month, false) : null;
    }

    private @Nullable DateMention following(int unit, int from, int to) {
        if (tokens.isAny(unit, Tag.WEEKDAY, Tag.WEEK)) {
            return new DateMention(from, to, sent.plusDays(7), true);
        }
        return tokens.is(unit, Tag.MONTH_WORD) ? new DateMention(from, to, sent.plusMonths(1), true) : null;
    }

    /** "sat" and "sun" are words of their own unless written large; "ma 4 uur" is a day. */
    private boolean isWritten(int i) {
        boolean placed = tokens.isNumber(i + 1) || tokens.isBreak(i - 1);
        return tokens.isCapitalised(i) || tokens.end(i) - tokens.start(i) > 3 || (placed && !tokens.is(i, Tag.PAST));
    }

    /** "a segunda versão", "Quinta do Seixo": the name of a day that means a number or a place here. */
    private boolean isOrdinalOf(int i) {
        boolean counted = tokens.isWord(i + 1) && !tokens.isCapitalised(i + 1) && !tokens.isAny(i + 1, BEHIND_A_DAY);
        boolean name = tokens.isCapitalised(i) && tokens.is(i + 1, Tag.OF) && tokens.isCapitalised(i + 2);
        return tokens.is(i, Tag.ORDINAL_ENDING) && (counted || name);
    }

    /** One past "vorige week", "de la semana pasada" behind a day, or {@code i}. */
    private int lastWeekEnd(int i) {
        int week = tokens.is(i, Tag.OF) ? i + 1 : i;
        week = tokens.is(week, Tag.THE) ? week + 1 : week;
        boolean before = tokens.is(week, Tag.LAST) && tokens.is(week + 1, Tag.WEEK);
        boolean behind = tokens.is(week, Tag.WEEK) && tokens.is(week + 1, Tag.LAST);
        return before || behind ? week + 2 : i;
    }

    /** "letzte Woche Dienstag", "dinsdag vorige week". */
    private LocalDate lastWeek(int weekday) {
        LocalDate sunday = sent.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        return sunday.minusDays(7L - (int) tokens.word(weekday).value());
    }

    private DateMention weekday(int from, int i) {
        int week = lastWeekEnd(i + 1);
        if (week > i + 1) {
            return new DateMention(from, week, lastWeek(i), false);
        }
        int wanted = (int) tokens.word(i).value();
        int back = Math.floorMod(sent.getDayOfWeek().getValue() - wanted, 7);
        if (tokens.is(i + 1, Tag.NEXT)) {
            return new DateMention(from, i + 2, sent.plusDays(7 - back), true);
        }
        boolean behind = tokens.is(i + 1, Tag.LAST) && !tokens.is(i + 1, Tag.PAST_HOUR);
        int to = behind ? i + 2 : i + 1;
        LocalDate day = sent.minusDays(back == 0 && (behind || from < i) ? 7 : back);
        DateMention exact = monthDay(from, to, day);
        return exact != null ? exact : new DateMention(from, to, day, false);
    }

    /** "Tue 16 June", "Thursday the 12th": the number decides, the weekday goes with it. */
    private @Nullable DateMention monthDay(int from, int i, LocalDate weekday) {
        int next = tokens.isOneOf(i, ",.") ? i + 1 : i;
        next = tokens.is(next, Tag.THE) ? next + 1 : next;
        DateMention dated = tokens.isNumber(next) ? dayOfMonth(next) : tokens.is(next, Tag.MONTH) ? month(next) : null;
        if (dated == null && next == i) {
            return numbered(from, i, weekday.getDayOfWeek());
        }
        return dated == null || dated.day().equals(weekday.plusDays(7))
                ? null
                : new DateMention(from, dated.to(), dated.day(), dated.future());
    }

    /** "Mon 9  09:00 Partners": the nearest day that has both the name and the number. */
    private @Nullable DateMention numbered(int from, int i, DayOfWeek name) {
        int number = countsNothing(i) ? dayNumber(i) : 0;
        for (int away = 0; number > 0 && away <= FARTHEST_NUMBER; away++) {
            for (LocalDate day : List.of(sent.minusDays(away), sent.plusDays(away))) {
                if (day.getDayOfMonth() == number && day.getDayOfWeek() == name) {
                    return new DateMention(from, i + 1, day, day.isAfter(sent));
                }
            }
        }
        return null;
    }

    /** Whether the number goes with the word before it, and with nothing but other words of the line behind it. */
    private boolean countsNothing(int i) {
        boolean ends = i + 1 >= tokens.size() || tokens.isBreak(i + 1) || tokens.isOneOf(i + 1, ",;:-/%(");
        Numeral next = tokens.numeral(i + 1);
        boolean mixed = next.value() > 0 && next.value() < 1;
        return !ends && !mixed && tokens.gapBefore(i) == 1 && !tokens.isAny(i + 1, BEHIND_A_TIME);
    }

    /** "3 March", "3rd of March 2026", and "the 12th" alone. */
    private @Nullable DateMention dayOfMonth(int i) {
        int last = lastDay(i);
        int day = dayNumber(last);
        if (day == 0) {
            return null;
        }
        boolean ordinal = isOrdinal(last + 1);
        int next = ordinal ? last + 2 : last + 1;
        int month = tokens.is(next, Tag.OF) || tokens.isOneOf(next, ".-/") ? next + 1 : next;
        if (tokens.is(month, Tag.MONTH)) {
            return dated(i, month + 1, tokens.word(month).month(), day);
        }
        boolean named = tokens.is(i - 1, Tag.THE) && (ordinal || isDayAlone(i));
        return named || isNumbered(i) ? lastDayNumbered(i, next, day) : null;
    }

    /** "le 12, j'ai", "il 12 ho": where the day stands first, a number that counts nothing behind its article. */
    private boolean isDayAlone(int i) {
        boolean closed =
                tokens.isOneOf(i + 1, ",;:).") || tokens.isBreak(i + 1) || tokens.isAny(i + 1, Tag.SELF, Tag.HAVE);
        return tokens.language().has(Habit.DAY_FIRST) && tokens.is(i - 1, Tag.DATE_LEAD) && closed;
    }

    /** "dia 3", "el día 12": a day that is called by its number. */
    private boolean isNumbered(int i) {
        boolean counts = tokens.isAny(i + 1, Tag.HOUR, Tag.MINUTE, Tag.DAY) || tokens.isOneOf(i + 1, "%:");
        return tokens.is(i - 1, Tag.DAY) && tokens.is(i - 1, Tag.DATE_LEAD) && !counts;
    }

    /** The last day of "11-13", or the token itself. */
    private int lastDay(int i) {
        boolean dash = tokens.isMark(i + 1, '-') || tokens.is(i + 1, Tag.HYPHEN);
        boolean later = dash && dayNumber(i + 2) > dayNumber(i);
        return later ? i + 2 : i;
    }

    /** The day of a month that token {@code i} can be, or 0. */
    private int dayNumber(int i) {
        if (!tokens.isNumber(i) || tokens.end(i) - tokens.start(i) > 2) {
            return 0;
        }
        Numeral number = tokens.numeral(i);
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
        int month = tokens.word(i).month();
        int next = tokens.isMark(i + 1, '.') ? i + 2 : i + 1;
        int day = dayNumber(next);
        if (day > 0) {
            boolean amount = tokens.isAny(next + 1, Tag.HOUR, Tag.MINUTE);
            int last = lastDay(next);
            return amount ? null : dated(i, isOrdinal(last + 1) ? last + 2 : last + 1, month, dayNumber(last));
        }
        boolean written = tokens.isCapitalised(i)
                || (tokens.language().has(Habit.SMALL_MONTHS) && tokens.end(i) - tokens.start(i) > SHORT);
        boolean number = tokens.is(i, Tag.NUMBER);
        return tokens.is(i - 1, Tag.DATE_LEAD) && written && !number ? wholeMonth(i, month) : null;
    }

    private DateMention wholeMonth(int i, int month) {
        LocalDate first = LocalDate.of(sent.getYear(), month, 1);
        LocalDate start = first.isAfter(sent) ? first.minusYears(1) : first;
        LocalDate last = start.plusMonths(1).minusDays(1);
        return new DateMention(i, i + 1, last.isAfter(sent) ? sent : last, false);
    }

    private @Nullable DateMention dated(int from, int to, int month, int day) {
        int next = tokens.isMark(to, ',') ? to + 1 : to;
        int year = tokens.isNumber(next) ? yearOf(tokens.numeral(next)) : 0;
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
