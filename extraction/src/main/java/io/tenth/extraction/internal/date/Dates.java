package io.tenth.extraction.internal.date;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days that a text names, resolved against the day it was sent.
 *
 * <p>Whether {@code 3/4} is a day in March or in April is decided once for a message: by the order in which its dates lie
 * nearest to the sent day, and month first where both are equal. An author whose own language has the day first is taken to
 * write so in another language too, where that gives days of the last weeks.
 */
public final class Dates {

    /** So many days before the sent day, or after it, are soon enough for work that is told of. */
    private static final int LATELY = 60;

    private final List<DateMention> mentions;

    private Dates(List<DateMention> mentions) {
        this.mentions = mentions;
    }

    /** The day of sending in the author's own offset; a clock that was far off is taken to the nearest year of four digits. */
    public static LocalDate daySent(OffsetDateTime sentAt) {
        LocalDate day = sentAt.toLocalDate();
        if (day.getYear() < 1) {
            return LocalDate.of(1, 1, 1);
        }
        return day.getYear() > 9999 ? LocalDate.of(9999, 12, 31) : day;
    }

    public static Dates in(Tokens tokens, LocalDate sent) {
        return in(tokens, sent, false);
    }

    /**
     * The dates of a text whose author has a language of their own.
     *
     * @param ownDayFirst whether the author writes the day first in it
     */
    public static Dates in(Tokens tokens, LocalDate sent, boolean ownDayFirst) {
        List<NumericDate> numeric = new ArrayList<>();
        List<DateMention> mentions = new ArrayList<>();
        var words = new WordDates(tokens, sent);
        for (int i = 0; i < tokens.size(); ) {
            int next = i + 1;
            DateMention mention = words.at(i);
            NumericDate digits = mention == null && tokens.isNumber(i) ? NumericDates.at(tokens, i) : null;
            if (mention != null) {
                mentions.add(mention);
                next = mention.to();
            } else if (digits != null) {
                numeric.add(digits);
                next = digits.to();
            }
            i = next;
        }
        boolean dayFirst = tokens.language().has(Habit.DAY_FIRST)
                || (ownDayFirst && isLately(numeric, sent))
                || isDayFirst(numeric, sent);
        resolve(numeric, dayFirst, sent, mentions);
        return new Dates(mentions);
    }

    private static void resolve(
            List<NumericDate> numeric, boolean dayFirst, LocalDate sent, List<DateMention> mentions) {
        for (NumericDate date : numeric) {
            LocalDate day = date.day(dayFirst, sent);
            day = day == null ? date.day(!dayFirst, sent) : day;
            if (day != null) {
                boolean soon = date.year() == 0 && NumericDate.isSoon(day, sent);
                mentions.add(new DateMention(date.from(), date.to(), day, soon || day.isAfter(sent)));
            }
        }
        mentions.sort((a, b) -> Integer.compare(a.from(), b.from()));
    }

    public List<DateMention> all() {
        return mentions;
    }

    /** The date that covers token {@code i}, or null. */
    public @Nullable DateMention covering(int i) {
        int place = lastNotAfter(i);
        return place >= 0 && mentions.get(place).to() > i ? mentions.get(place) : null;
    }

    /** The dates that begin in {@code [from, to)}, in order. */
    public List<DateMention> within(int from, int to) {
        int first = lastNotAfter(from - 1) + 1;
        int last = lastNotAfter(to - 1) + 1;
        return first < last ? mentions.subList(first, last) : List.of();
    }

    private int lastNotAfter(int token) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).from() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Whether each may well be meant with the day first. */
    private static boolean isLately(List<NumericDate> dates, LocalDate sent) {
        return dates.stream().allMatch(date -> date.distance(true, sent) <= LATELY);
    }

    private static boolean isDayFirst(List<NumericDate> dates, LocalDate sent) {
        long dayFirst = 0;
        long monthFirst = 0;
        for (NumericDate date : dates) {
            dayFirst += date.distance(true, sent);
            monthFirst += date.distance(false, sent);
        }
        return dayFirst < monthFirst;
    }
}
