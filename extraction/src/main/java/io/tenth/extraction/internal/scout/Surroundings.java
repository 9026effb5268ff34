package io.tenth.extraction.internal.scout;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Word;
import io.tenth.extraction.internal.token.Numeral;
import org.jspecify.annotations.Nullable;

/** What stands close to a place of a text, on its line: an amount never goes over the end of a line. */
final class Surroundings {

    private static final int REACH = 8;
    private static final int NEAR = 4;
    private static final int PART = 3;
    private static final int FAR = 16;
    private static final int LONGEST_WORD = 24;
    private static final int SMALL = 12;
    private static final String CODE_BEFORE = "%°/x*#$€£-";
    private static final String CODE_BEHIND = "%°\"'/x*#$€£+-";

    private final String text;
    private final ScoutWords words;

    /** The last number that no verb of beginning stood before: none stands before it for a later number either. */
    private int unstarted;

    Surroundings(String text, ScoutWords words) {
        this.text = text;
        this.words = words;
    }

    /** Whether a number, or a word that begins one, stands close before a unit. */
    boolean isCounted(int unit) {
        int end = inkBefore(unit);
        for (int steps = 0; steps < REACH && end > 0 && !isLineEnd(text.charAt(end - 1)); steps++) {
            char last = text.charAt(end - 1);
            int start = Letters.isLetter(last) ? wordStart(end) : end - 1;
            Word word = words.find(text, start, end);
            if (Letters.isDigit(last) || (word != null && ScoutWords.startsAmount(word))) {
                return true;
            }
            if (Letters.isLetter(last) && !isFiller(word)) {
                return isCut(start);
            }
            end = inkBefore(start);
        }
        return false;
    }

    /** Whether an article or the like points at it, an adjective between them or not: "die Stunde", "dat extra uur". */
    boolean isPointedAt(int unit) {
        int end = inkBefore(unit);
        for (int steps = 0; steps < 2 && end > 0; steps++) {
            int start = wordStart(end);
            Word word = start < end ? words.find(text, start, end) : null;
            if (word == null || ScoutWords.isPointer(word)) {
                return word != null || isCut(start) || isElided(start);
            }
            end = inkBefore(start);
        }
        return false;
    }

    /** Whether an apostrophe stands right before it, with which a short article is written: "'t uurtje". */
    private boolean isElided(int word) {
        return word > 0 && (text.charAt(word - 1) == '\'' || text.charAt(word - 1) == '\u2019');
    }

    /** Whether the letters before it may belong to the same word, with a character between them that nobody sees. */
    private boolean isCut(int word) {
        return word > 0 && Numeral.isUnseen(text.charAt(word - 1));
    }

    /** Whether a number, or a word that counts, stands close behind: "hours: 2", "hour and a half", "hora y pico". */
    boolean isFollowedByNumber(int end) {
        int i = ink(end);
        for (int steps = 0; steps < NEAR && isOnLine(i); steps++) {
            if (isNumberAt(i)) {
                return true;
            }
            int next = tokenEnd(i);
            Word word = Letters.isLetter(text.charAt(i)) ? words.find(text, i, next) : null;
            if (word != null && ScoutWords.isCountBehind(word)) {
                return true;
            }
            if (Letters.isLetter(text.charAt(i)) && !isFiller(word)) {
                return false;
            }
            i = ink(next);
        }
        return false;
    }

    /** "l'ora che ho perso", "the hour I spent". */
    boolean leadsToClause(int end) {
        int i = ink(end);
        return isOnLine(i) && Letters.isLetter(text.charAt(i)) && words.isRelative(text, i, tokenEnd(i));
    }

    /** Whether a number follows at once, or behind one word: "bill 4", "put two", "charge them 9"; or "put me down for about 6". */
    boolean leadsToNumber(int end) {
        int i = ink(end);
        if (isOnLine(i) && Letters.isLetter(text.charAt(i)) && !isNumberAt(i)) {
            i = ink(tokenEnd(i));
            int behind = downForEnd(i);
            return isNumberWithin(behind > i ? REACH : 1, behind);
        }
        return isNumberWithin(1, i);
    }

    /** Whether one of so many tokens from {@code i} on is a number, on the same line. */
    private boolean isNumberWithin(int many, int i) {
        int at = i;
        for (int steps = 0; steps < many && isOnLine(at); steps++) {
            if (isNumberAt(at)) {
                return true;
            }
            at = ink(tokenEnd(at));
        }
        return false;
    }

    /** Behind "down for", or {@code i}. */
    private int downForEnd(int i) {
        int at = i;
        for (int words = 0; words < 2 && isDownFor(at); words++) {
            at = ink(tokenEnd(at));
        }
        return at;
    }

    private boolean isDownFor(int i) {
        Word word = wordAt(i);
        return word != null && word.has(Tag.DOWN_FOR);
    }

    /** Whether a dash or a word like "to" leads from the number at {@code [start, end)} to another one. */
    boolean isJoinedToNumber(int start, int end) {
        boolean joined = false;
        int i = ink(end);
        for (int steps = 0; steps < REACH && isOnLine(i); steps++) {
            if (joined && isNumberAt(i)) {
                return true;
            }
            int next = tokenEnd(i);
            Word word = words.find(text, i, next);
            boolean joint = isJoint(i, word) || (!joined && isAnd(word) && isLed(start));
            if (!joint && !mayPass(i, word, joined)) {
                return false;
            }
            joined |= joint;
            i = ink(next);
        }
        return false;
    }

    /** Whether the number is part of a price, a percentage or a code. */
    boolean isCode(int start, int end) {
        if (start > 0) {
            char before = text.charAt(start - 1);
            if (Letters.isLetter(before) || CODE_BEFORE.indexOf(before) >= 0) {
                return true;
            }
            int ink = inkBefore(start);
            if (ink > 0 && words.isMoneySign(text.charAt(ink - 1))) {
                return true;
            }
        }
        return end < text.length() && isCodeBehind(end) && !closesQuotation(start, end);
    }

    /** "section 4.2", "page 4-12": whether the word right before the number says that it is no time, in whatever language. */
    boolean isReferenced(int start) {
        int end = start - 1;
        if (end <= 0 || text.charAt(end) != ' ' || !Letters.isLetter(text.charAt(end - 1))) {
            return false;
        }
        int word = wordStart(end);
        boolean whole = word == 0 || Letters.isBlank(text.charAt(word - 1));
        return whole && Character.isDigit(text.charAt(start)) && words.isReference(text, word, end);
    }

    /** "pages 4-12", "2-3 weeks": two small numbers that a dash joins, of things which the word before or behind them names. */
    boolean areOfThings(int start, int end) {
        int second = end + 1;
        if (!isSmall(start, end) || second >= text.length() || !isDash(text.charAt(end)) || !isNumberAt(second)) {
            return false;
        }
        int to = Digits.end(text, second);
        boolean pair = isSmall(second, to) && to + 1 < text.length() && text.charAt(to) == ' ';
        boolean led = wordBefore(inkBefore(start)) != null;
        return pair && (isReferenced(start) || (!led && isThing(to + 1)));
    }

    /** Whether a word stands there that no range of times is followed by. */
    private boolean isThing(int i) {
        return Letters.isLetter(text.charAt(i)) && !words.mayFollowRange(text, i, tokenEnd(i));
    }

    /** No hour but of the first half of a day: only that may as well be a count. */
    private boolean isSmall(int start, int end) {
        int value = 0;
        for (int i = start; i < end && value <= SMALL; i++) {
            int digit = text.charAt(i) - '0';
            value = digit < 0 || digit > 9 ? SMALL + 1 : value * 10 + digit;
        }
        return value <= SMALL;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '\u2013';
    }

    /** {@code "Ingleby, drafting the lease, 1.1"}: behind a comma, it may end what is quoted. */
    private boolean closesQuotation(int start, int end) {
        int ink = inkBefore(start);
        return text.charAt(end) == '"' && ink > 0 && text.charAt(ink - 1) == ',';
    }

    /** Whether the letter stands right behind a digit: the m of 25m. */
    boolean touchesDigit(int letter) {
        return letter > 0 && Letters.isDigit(text.charAt(letter - 1));
    }

    /** {@code nobody pays 0:30}, at the end of an item. */
    boolean isWithoutHour(int start, int end) {
        return text.charAt(start) == '0' && !Letters.isDigit(text.charAt(start + 1)) && isItemEnd(ink(end));
    }

    private boolean isItemEnd(int i) {
        return i == text.length() || isLineEnd(text.charAt(i)) || ";).,".indexOf(text.charAt(i)) >= 0;
    }

    /** Whether nothing else stands in the line or the cell of the number. */
    boolean isAlone(int start, int end) {
        return isCellStart(start) && isCellEnd(end);
    }

    /** Whether the number is alone in a cell that is not the first of its line. */
    boolean isInColumn(int start, int end) {
        int ink = inkBefore(start);
        return ink > 0 && !isLineEnd(text.charAt(ink - 1)) && isAlone(start, end);
    }

    /** "GL mapping, 3:15;": a mark that leads to the number, and one or nothing behind it. */
    boolean isEndOfItem(int start, int end) {
        int before = inkBefore(start);
        return before > 0 && ",(=-".indexOf(text.charAt(before - 1)) >= 0 && isItemEnd(ink(end));
    }

    /** "Spent 1:30 on Zhou": behind a verb that only time can follow. */
    boolean isSpent(int start) {
        Word word = wordBefore(inkBefore(start));
        return word != null && word.has(Tag.SPEND);
    }

    /** "point three": a decimal that is spelt out. */
    boolean isBehindPoint(int start) {
        Word word = wordBefore(inkBefore(start));
        return word != null && word.has(Tag.POINT);
    }

    /** Whether a verb of beginning stands some way before, in the sentence: "started the cutover at 22:15", "back at 2.15". */
    boolean isStarted(int start) {
        boolean started = isStartedBehind(unstarted, start);
        unstarted = started ? 0 : start;
        return started;
    }

    private boolean isStartedBehind(int limit, int start) {
        int end = inkBefore(start);
        boolean part = false;
        for (int steps = 0; steps < FAR && end > limit && !isSentenceEnd(end - 1); steps++) {
            boolean letters = Letters.isLetter(text.charAt(end - 1));
            int first = letters ? wordStart(end) : end - 1;
            Word verb = letters ? words.findStart(text, first, end) : null;
            if (verb != null && (part || words.startsAlone(verb))) {
                return true;
            }
            part = verb != null;
            end = inkBefore(first);
        }
        return false;
    }

    /** Whether "and a half", "and three quarters", "-and-a-half" follows: a number of hours without their unit. */
    boolean leadsToPart(int end) {
        int i = partBehind(end);
        if (!isAnd(wordAt(i))) {
            return false;
        }
        for (int steps = 0; steps < PART && isOnLine(i); steps++) {
            i = partBehind(tokenEnd(i));
            Word word = wordAt(i);
            if (word == null || word.has(Tag.FRACTION)) {
                return word != null;
            }
        }
        return false;
    }

    /** The next place with ink, a hyphen passed over. */
    private int partBehind(int end) {
        int i = ink(end);
        return i < text.length() && text.charAt(i) == '-' ? ink(i + 1) : i;
    }

    private @Nullable Word wordAt(int i) {
        return isOnLine(i) ? words.find(text, i, tokenEnd(i)) : null;
    }

    /** {@code 14h}, "a las 8", "alle 15": a letter or an article makes a time of day of the number. */
    boolean isTold(int start, int end) {
        boolean lettered = end < text.length() && (text.charAt(end) == 'h' || text.charAt(end) == 'H');
        int last = inkBefore(start);
        if (lettered || last == 0) {
            return lettered;
        }
        char before = text.charAt(last - 1);
        Word lead = Letters.isLetter(before) ? words.find(text, wordStart(last), last) : null;
        return before == '\'' || before == '\u2019' || (lead != null && lead.has(Tag.CLOCK_ARTICLE));
    }

    /** {@code 90'}. */
    boolean isMarkedAsMinutes(int end) {
        char c = end < text.length() ? text.charAt(end) : ' ';
        return c == '\'' || c == '\u2019' || c == '\u2032';
    }

    /** "12 Uhr", "9 o'clock": whether the word behind a number says that it is a time of day. */
    boolean isOnTheHour(int end) {
        int i = ink(end);
        boolean letters = i < text.length() && Letters.isLetter(text.charAt(i));
        Word word = letters ? words.find(text, i, tokenEnd(i)) : null;
        return word != null && word.has(Tag.O_CLOCK);
    }

    /** {@code 9 a.m.}, and every other word with these letters first. */
    boolean mayBeHalfOfDay(int end) {
        int i = ink(end);
        return i < text.length() && "aApP".indexOf(text.charAt(i)) >= 0;
    }

    /** {@code 4:12:08 PM}. */
    boolean isTimeOfDay(int end) {
        return words.isHalfOfDay(text, ink(end));
    }

    /** Whether the number is the end of a word like {@code Q3}; not the minutes of {@code 1h30}. */
    boolean runsOn(int number) {
        if (number == 0 || !Letters.isLetter(text.charAt(number - 1))) {
            return false;
        }
        int start = wordStart(number);
        return start == 0 || !Letters.isDigit(text.charAt(start - 1));
    }

    private boolean isCodeBehind(int end) {
        char c = text.charAt(end);
        return Letters.isLetter(c) || CODE_BEHIND.indexOf(c) >= 0;
    }

    private boolean isCellStart(int start) {
        int ink = inkBefore(start);
        return ink == 0
                || start - ink > 1
                || isLineEnd(text.charAt(ink - 1))
                || isCellMark(text.charAt(ink - 1))
                || (start > ink && text.charAt(start - 1) == '\t');
    }

    private boolean isCellEnd(int end) {
        int ink = ink(end);
        return ink == text.length()
                || ink - end > 1
                || isLineEnd(text.charAt(ink))
                || isCellMark(text.charAt(ink))
                || (ink > end && text.charAt(end) == '\t');
    }

    private boolean isNumberAt(int i) {
        char c = text.charAt(i);
        if (Letters.isDigit(c)) {
            return true;
        }
        if (c == '.') {
            return i + 1 < text.length() && Letters.isDigit(text.charAt(i + 1));
        }
        Word word = Letters.isLetter(c) ? words.find(text, i, tokenEnd(i)) : null;
        return word != null && ScoutWords.isNumber(word);
    }

    private boolean isJoint(int i, @Nullable Word word) {
        char mark = text.charAt(i);
        return mark == '-' || mark == '~' || (word != null && (word.has(Tag.HYPHEN) || word.has(Tag.TO)));
    }

    private static boolean isAnd(@Nullable Word word) {
        return word != null && word.has(Tag.AND);
    }

    /** Whether "from" or "between" stands before the number, an article between them or not. */
    boolean isLed(int start) {
        int end = inkBefore(start);
        Word word = wordBefore(end);
        if (word != null && (word.has(Tag.THE) || word.has(Tag.CLOCK_ARTICLE))) {
            word = wordBefore(inkBefore(wordStart(end)));
        }
        return word != null && (word.has(Tag.FROM) || word.has(Tag.BETWEEN));
    }

    private @Nullable Word wordBefore(int end) {
        return end > 0 && Letters.isLetter(text.charAt(end - 1)) ? words.find(text, wordStart(end), end) : null;
    }

    /** Whether a token may stand between two times: "pm", a dot, a day; behind the joint a word that leads to the time. */
    private boolean mayPass(int i, @Nullable Word word, boolean joined) {
        char c = text.charAt(i);
        if (Letters.isDigit(c)) {
            return true;
        }
        if (!Letters.isLetter(c)) {
            return c == '.' || c == '\'' || c == '\u2019' || (joined && c == '~');
        }
        return word != null && (ScoutWords.isOfTime(word) || (joined && isFiller(word)));
    }

    private static boolean isFiller(@Nullable Word word) {
        return word != null && ScoutWords.isFiller(word);
    }

    private boolean isOnLine(int i) {
        return i < text.length() && !isLineEnd(text.charAt(i));
    }

    private int tokenEnd(int i) {
        if (Letters.isDigit(text.charAt(i))) {
            return Digits.end(text, i);
        }
        int end = i + 1;
        int limit = Letters.isLetter(text.charAt(i)) ? Math.min(text.length(), i + LONGEST_WORD) : end;
        while (end < limit && Letters.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The first letter of the word whose last one stands before {@code end}. */
    int wordStart(int end) {
        int start = end - 1;
        while (start > 0 && end - start < LONGEST_WORD && Letters.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The first place from {@code i} on that is no blank, or the end of the line. */
    private int ink(int i) {
        int at = i;
        while (at < text.length() && !isLineEnd(text.charAt(at)) && Letters.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** One past the last place before {@code i} that is no blank, or one past the end of the line above. */
    private int inkBefore(int i) {
        int at = i;
        while (at > 0 && !isLineEnd(text.charAt(at - 1)) && Letters.isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isCellMark(char c) {
        return c == '|' || c == ';';
    }

    private boolean isSentenceEnd(int i) {
        char c = text.charAt(i);
        boolean inNumber = c == '.' && i + 1 < text.length() && Letters.isDigit(text.charAt(i + 1));
        return isLineEnd(c) || (".;?!".indexOf(c) >= 0 && !inNumber);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
