package io.tenth.extraction.internal.scout;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Word;
import org.jspecify.annotations.Nullable;

/**
 * Tells in one pass over the characters whether a plain text can hold an amount of time in any language at all.
 *
 * <p>Nine messages in ten hold none, and are spared everything else by it. It may say yes too often, never no where the
 * engine finds something: so it knows the places of amounts (beside a unit, between the times of a range, alone in a cell,
 * behind a verb of charging, as a decimal) but nothing of their grammar.
 */
public final class Scout {

    private static final ScoutWords WORDS = ScoutWords.ofAllLanguages();

    private final String text;
    private final Surroundings around;

    /** Made for the first number: many messages have none. */
    private @Nullable Digits digits;

    private int numberEnd;

    private Scout(String text) {
        this.text = text;
        this.around = new Surroundings(text, WORDS);
    }

    /** Whether {@code text} may hold an amount. */
    public static boolean suspects(String text) {
        return firstSuspect(text) >= 0;
    }

    /** Where {@code text} may hold an amount for the first time: behind a word of it or before its number; -1 if nowhere. */
    public static int firstSuspect(String text) {
        return new Scout(text).look();
    }

    private int look() {
        Sieve sieve = WORDS.sieve();
        for (int i = sieve.halt(text, 0); i < text.length(); i = sieve.halt(text, Math.max(i + 1, numberEnd))) {
            if (matters(i)) {
                return i;
            }
        }
        return matters(text.length()) ? text.length() : -1;
    }

    /** Whether the word that ends at {@code place}, or the number that begins there, can be of an amount. */
    private boolean matters(int place) {
        boolean word = place > 0 && Letters.isLetter(text.charAt(place - 1)) && wordMatters(place);
        return word || (place < text.length() && startsNumber(place) && numberMatters(place));
    }

    private boolean startsNumber(int place) {
        return Letters.isDigit(text.charAt(place));
    }

    private boolean wordMatters(int end) {
        int start = around.wordStart(end);
        Word word = WORDS.halting(text, start, end);
        if (word == null) {
            return false;
        }
        return isMeasure(word, start, end)
                || (ScoutWords.isHour(word) && isSpoken(start, end))
                || (ScoutWords.isCharge(word) && around.leadsToNumber(end));
    }

    private boolean isSpoken(int start, int end) {
        return around.isJoinedToNumber(start, end) || around.isBehindPoint(start) || around.leadsToPart(end);
    }

    private boolean isMeasure(Word word, int start, int end) {
        return word.has(Tag.LENGTH)
                || WORDS.isPartOfHour(word)
                || (ScoutWords.isSingle(word) && around.isPointedAt(start))
                || (ScoutWords.isUnit(word) && (around.isCounted(start) || isFollowed(word, end)))
                || (word.has(Tag.UNIT_LETTER) && around.touchesDigit(start));
    }

    private boolean isFollowed(Word unit, int end) {
        return around.isFollowedByNumber(end) || (unit.has(Tag.HOUR) && around.leadsToClause(end));
    }

    private boolean numberMatters(int start) {
        numberEnd = Digits.end(text, start);
        Digits number = digits == null ? new Digits(text) : digits;
        digits = number;
        number.read(start, numberEnd);
        return isLength(number, start, numberEnd) || isTime(number, start, numberEnd);
    }

    private boolean isLength(Digits number, int start, int end) {
        return (number.isHours() && !around.isCode(start, end) && !around.isReferenced(start))
                || (number.isCount() && around.isInColumn(start, end))
                || (number.isHoursAndMinutes() && isLengthOfItem(start, end))
                || around.isMarkedAsMinutes(end);
    }

    private boolean isLengthOfItem(int start, int end) {
        return around.isEndOfItem(start, end) || around.isSpent(start) || around.isWithoutHour(start, end);
    }

    private boolean isTime(Digits number, int start, int end) {
        return isStarted(number, start, end)
                || (number.isTimer() && isTimer(start, end))
                || (number.isClock() && isClock(start, end))
                || (number.isShortTime() && around.isLed(start) && around.isJoinedToNumber(start, end));
    }

    private boolean isStarted(Digits number, int start, int end) {
        return number.isClock() && (isExact(number, end) || around.isTold(start, end)) && around.isStarted(start);
    }

    private boolean isExact(Digits number, int end) {
        return number.isWithMinutes() || around.mayBeHalfOfDay(end) || around.isOnTheHour(end);
    }

    private boolean isTimer(int start, int end) {
        return !around.isTimeOfDay(end) || around.isJoinedToNumber(start, end);
    }

    private boolean isClock(int start, int end) {
        return around.isAlone(start, end)
                || (!around.runsOn(start) && around.isJoinedToNumber(start, end) && !around.areOfThings(start, end));
    }
}
