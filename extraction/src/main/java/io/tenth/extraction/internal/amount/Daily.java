package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Word;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Multiplies what was worked on each of several days that are named: {@code two hours a day, Monday to Wednesday},
 * {@code Tuesday and today, two hours each}, {@code Montag bis Mittwoch täglich zwei Stunden}.
 */
final class Daily {

    private static final int MOST = 20;
    private static final int LOOK = 12;
    private static final int DAYS_OF_WEEK = 7;

    private final Tokens tokens;
    private final Quantities quantities;
    private final Units units;
    private final Manifold manifold;

    Daily(Tokens tokens, Quantities quantities, Units units, Manifold manifold) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.units = units;
        this.manifold = manifold;
    }

    /** The amount as often as there are days, or the amount itself. */
    Amount multiplied(Amount amount) {
        if (isEachDay(amount.to())) {
            return behind(amount);
        }
        int from = amount.from();
        if (tokens.is(from - 1, Tag.DAY) && tokens.isAny(from - 2, Tag.EACH, Tag.PER, Tag.EVERY)) {
            return around(amount, from - 2, amount.to());
        }
        if (tokens.isAny(from - 1, Tag.EACH, Tag.HABIT)) {
            int days = daysBefore(from - 1);
            return days > 1 ? amount.at(from - 1, amount.to()).times(days) : amount;
        }
        int days = tokens.is(amount.to(), Tag.EACH) ? daysBefore(from) : 0;
        return days > 1 ? amount.at(from, amount.to() + 1).times(days) : amount;
    }

    /** "a day", "each day", "per day". */
    private boolean isEachDay(int i) {
        return tokens.isAny(i, Tag.PER, Tag.EACH) && tokens.isAny(i + 1, Tag.DAY, Tag.NIGHT);
    }

    /** "two hours a day, Monday to Wednesday", "an hour a day for three days": the product; else the amount of one day. */
    private Amount behind(Amount amount) {
        int letters = manifold.daysOfLetters(amount.from());
        if (letters > 1) {
            return amount.at(amount.from(), amount.to() + 2).times(letters);
        }
        int i = amount.to() + 2;
        i = tokens.isMark(i, ',') ? i + 1 : i;
        i = tokens.isAny(i, Tag.PREPOSITION, Tag.FROM, Tag.DATE_LEAD) ? i + 1 : i;
        if (tokens.is(i, Tag.WEEKDAY)) {
            return weekdays(amount, i);
        }
        Quantity days = quantities.at(i);
        int unit = days == null ? i : units.place(days.to());
        return days != null && days.value() > 1 && days.value() <= MOST && tokens.is(unit, Tag.DAY)
                ? amount.at(amount.from(), unit + 1).times(days.value())
                : around(amount, amount.from(), amount.to() + 2);
    }

    /**
     * "six hours a day in the tribunal, Wednesday to Friday", "Tuesday to Thursday, six hours a day".
     *
     * @param from where the amount and "a day" begin
     * @param to where they end
     */
    private Amount around(Amount amount, int from, int to) {
        for (int distance = 0; distance < LOOK; distance++) {
            int next = to + distance;
            if (tokens.is(next, Tag.WEEKDAY) && isSameSentence(to, next) && !tokens.is(next - 1, Tag.TO)) {
                return weekdays(amount, next).at(from, to);
            }
            int last = from - 1 - distance;
            if (isDay(last) && isSameSentence(last, from)) {
                return amount.at(from, to).times(daysBefore(last + 1));
            }
        }
        return amount;
    }

    private boolean isSameSentence(int from, int to) {
        for (int between = from; between < to; between++) {
            if (tokens.isBreak(between) || tokens.isOneOf(between, ".;!?")) {
                return false;
            }
        }
        return true;
    }

    private Amount weekdays(Amount amount, int first) {
        int last = joinEnd(first + 1);
        if (last > first + 1 && tokens.is(last, Tag.WEEKDAY)) {
            return amount.at(amount.from(), last + 1).times(span(first, last));
        }
        int to = first + 1;
        int count = 1;
        for (int next = listed(to); next > to && count < DAYS_OF_WEEK; next = listed(to)) {
            to = next;
            count++;
        }
        return amount.at(amount.from(), to).times(count);
    }

    /** One past the dash or the words between the first and the last of several days, or {@code i}. */
    private int joinEnd(int i) {
        int to = i;
        while (units.isHyphen(to) || tokens.is(to, Tag.TO)) {
            to++;
        }
        return to;
    }

    private int span(int first, int last) {
        int days = (int) (tokens.word(last).value() - tokens.word(first).value());
        return Math.floorMod(days, DAYS_OF_WEEK) + 1;
    }

    /** One past the next day of a list, or {@code i}; not that of "and today I wrote it up". */
    private int listed(int i) {
        int next = tokens.isMark(i, ',') ? i + 1 : i;
        next = tokens.is(next, Tag.AND) ? next + 1 : next;
        return next > i && isDay(next) && !isSubject(next + 1) ? next + 1 : i;
    }

    private boolean isSubject(int i) {
        return tokens.is(i, Tag.SELF) && tokens.isWord(i + 1);
    }

    /** How many days those have that are named right before token {@code end}: a list, or the first and the last; or 0. */
    private int daysBefore(int end) {
        int last = tokens.isOneOf(end - 1, ",:") ? end - 2 : end - 1;
        if (!isDay(last)) {
            return 0;
        }
        int first = last - 1;
        while (units.isHyphen(first) || tokens.is(first, Tag.TO)) {
            first--;
        }
        if (first < last - 1) {
            return tokens.is(first, Tag.WEEKDAY) && tokens.is(last, Tag.WEEKDAY) ? span(first, last) : 1;
        }
        int count = 1;
        for (int day = dayBefore(last); day >= 0 && count < DAYS_OF_WEEK; day = dayBefore(day)) {
            count++;
        }
        return count;
    }

    /** The day that a comma or "and" joins to the one at token {@code i}, "on Monday and again on Friday" too; or -1. */
    private int dayBefore(int i) {
        int led = tokens.is(i - 1, Tag.DATE_LEAD) && tokens.is(i - 1, Tag.PREPOSITION) ? i - 1 : i;
        int joint = (tokens.is(led - 1, Tag.ADVERB) ? led - 1 : led) - 1;
        int before = tokens.is(joint, Tag.AND) ? joint - 1 : joint;
        before = tokens.isMark(before, ',') ? before - 1 : before;
        return before < joint && isDay(before) ? before : -1;
    }

    /** A single day, by one word: "this week" is more. */
    private boolean isDay(int i) {
        Word day = tokens.word(i);
        return day.has(Tag.WEEKDAY) || day.has(Tag.TODAY) || day.has(Tag.YESTERDAY) || day.has(Tag.BEFORE_YESTERDAY);
    }
}
