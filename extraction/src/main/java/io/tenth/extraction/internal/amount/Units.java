package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;

/**
 * The units of time: where one stands behind a number, and how many seconds it has.
 *
 * <p>People report work in hours, minutes and tenths; a month in a message about work is a term or a delay. So the engine
 * reads those three, and only an inspection asks for all from milliseconds to years.
 */
final class Units {

    private static final Tags BEHIND_AN_AMOUNT =
            Tags.of(Tag.PREPOSITION, Tag.AND, Tag.OR, Tag.FINITE, Tag.ADVERB, Tag.AFTER_PERIOD);

    private static final Tags LEADING_ELSEWHERE = Tags.of(Tag.MONEY, Tag.THE, Tag.THEIR, Tag.MINE, Tag.REFERENCE);

    /** "90 Euro die Stunde", "zweimal die Stunde". */
    private static final Tags BEFORE_A_RATE = Tags.of(Tag.MONEY, Tag.MEASURE, Tag.ONCE, Tag.TIMES);

    static final double MINUTE = 60;
    static final double HOUR = 3600;
    static final double DAY = 24 * HOUR;
    static final double MONTH = 30 * DAY;
    static final double TENTH = 360;
    private static final Tags BEHIND_A_UNIT = Tags.of(
            Tag.PREPOSITION,
            Tag.AND,
            Tag.OR,
            Tag.TO,
            Tag.ADVERB,
            Tag.FINITE,
            Tag.AFTER_PERIOD,
            Tag.EACH,
            Tag.PER,
            Tag.GERUND,
            Tag.SUBORDINATOR,
            Tag.SUBORDINATOR_OR_NOT,
            Tag.DATE_WORD,
            Tag.POSSESSIVE,
            Tag.SELF,
            Tag.CALL,
            Tag.MEETING);
    private static final int LONGEST_LETTERED = 3;
    private static final int QUARTER = 15;
    private static final int THREE_QUARTERS = 45;

    private final Tokens tokens;
    private final boolean all;

    Units(Tokens tokens, boolean all) {
        this.tokens = tokens;
        this.all = all;
    }

    /** Whether units that measure no work count too. */
    boolean areAll() {
        return all;
    }

    /** How many seconds the unit at token {@code i} has, 0 where none stands there. */
    double worth(int i) {
        double any = anyWorth(i);
        boolean ofWork =
                tokens.isAny(i, Tag.HOUR, Tag.MINUTE, Tag.TENTH) || (tokens.is(i, Tag.UNIT_LETTER) && any == MINUTE);
        return all || ofWork ? any : 0;
    }

    /** The same for units of every kind, since seconds can end an amount of work as well. */
    double anyWorth(int i) {
        if (tokens.is(i, Tag.HOUR)) {
            return HOUR;
        }
        if (tokens.is(i, Tag.MINUTE)) {
            return MINUTE * count(i);
        }
        if (tokens.is(i, Tag.TENTH)) {
            return TENTH;
        }
        if (tokens.is(i, Tag.DAY)) {
            return DAY;
        }
        if (tokens.is(i, Tag.PERIOD)) {
            return worthOf(i);
        }
        return tokens.is(i, Tag.UNIT_LETTER) && isUnitLetter(i) ? worthOf(i) : 0;
    }

    /** How many of its kind a unit stands for: a quarter of an hour has 15 minutes. */
    double count(int i) {
        double value = tokens.word(i).value();
        return Double.isNaN(value) ? 1 : value;
    }

    /** "loonrun: kwartier": a word for a part of an hour as an item of its own, which is one without saying so. */
    boolean isAlone(int i) {
        boolean part = isPartOfHour(i);
        boolean opens =
                i == 0 || tokens.isBreak(i - 1) || tokens.isOneOf(i - 1, ",:;(-") || tokens.is(i - 1, Tag.HYPHEN);
        boolean closes = !tokens.isWord(i + 1) || tokens.isAny(i + 1, Tag.PREPOSITION, Tag.WORK);
        return part && opens && closes;
    }

    /** "Viertelstunde", "kwartier": a word for a part of an hour. */
    boolean isPartOfHour(int i) {
        return tokens.is(i, Tag.MINUTE) && count(i) >= QUARTER && count(i) <= THREE_QUARTERS;
    }

    /** "die Stunde Anfahrt", "het uurtje dat ik belde", "dat extra uur van gisteren": the one that is pointed at. */
    boolean isTheOne(int i) {
        if (!tokens.is(i, Tag.SINGLE_UNIT)) {
            return false;
        }
        int lead = tokens.is(i - 1, Tag.UNIT_ADJECTIVE) ? i - 2 : i - 1;
        boolean rate = tokens.isNumber(lead - 1) || tokens.isAny(lead - 1, BEFORE_A_RATE);
        return tokens.isAny(lead, Tag.THE, Tag.MINE) && !rate && saysWhich(i + 1);
    }

    /** Whether it goes on with what is done in it, with its day, or with a clause of the author. */
    private boolean saysWhich(int i) {
        int behind = tokens.isMark(i, ',') ? i + 1 : i;
        boolean clause = tokens.isAny(behind, Tag.IT, Tag.THE) && tokens.is(behind + 1, Tag.SELF);
        boolean led = tokens.is(i, Tag.PREPOSITION) && !tokens.isAny(i, Tag.TO_HOUR, Tag.PAST_HOUR, Tag.TO);
        int named = led ? i + 1 : i;
        return clause || tokens.isAny(named, Tag.DATE_WORD, Tag.WORK);
    }

    private double worthOf(int i) {
        double value = tokens.word(i).value();
        return Double.isNaN(value) ? 0 : value;
    }

    /** The m of {@code 25m}, not that of $25m, of 100m, nor the s of the 80s. */
    private boolean isUnitLetter(int i) {
        if (!tokens.isNumber(i - 1) || tokens.isCapitalised(i) || isContinued(i + 1)) {
            return false;
        }
        if (!tokens.touchesPrevious(i)) {
            return tokens.numeral(i - 1).firstDigits() <= LONGEST_LETTERED && isAmongUnits(i);
        }
        boolean chained = tokens.touchesPrevious(i - 1) && tokens.isWord(i - 2);
        return chained || (isPlain(i, tokens.numeral(i - 1)) && !isLedElsewhere(i - 1));
    }

    /** {@code 2 h 32 m}; {@code 90 m} with nothing beside it: apart from its number, something else must tell what a letter is. */
    private boolean isAmongUnits(int i) {
        return all
                ? isAmongLetters(i)
                : tokens.is(i - 2, Tag.HOUR) && tokens.word(i).value() < HOUR;
    }

    /** {@code 1 w 3 d 2 h}. */
    private boolean isAmongLetters(int i) {
        if (tokens.is(i - 2, Tag.HOUR)) {
            return tokens.word(i).value() < HOUR;
        }
        int lead = tokens.isMark(i - 2, '+') ? i - 3 : i - 2;
        boolean closed = tokens.isBreak(i + 1) || (tokens.isNumber(i + 1) && isLetter(i + 2));
        return closed && (tokens.isBreak(lead) || isLetter(lead));
    }

    private boolean isLetter(int i) {
        return tokens.isAny(i, Tag.UNIT_LETTER, Tag.CLOCK_H);
    }

    private boolean isContinued(int i) {
        return tokens.touchesPrevious(i) && (tokens.isWord(i) || tokens.isOneOf(i, "²³/'’"));
    }

    private boolean isPlain(int i, Numeral number) {
        boolean minutes = tokens.word(i).value() == MINUTE;
        if (number.is(Shape.POINT)) {
            return all && (!minutes || isDecimalOfMinutes(i, number));
        }
        boolean round = minutes && (number.first() % 100 == 0 || tokens.is(i + 1, Tag.UNIT_ADJECTIVE));
        boolean item = tokens.word(i).value() >= DAY && isNoun(i + 1);
        return number.is(Shape.WHOLE) && number.firstDigits() <= LONGEST_LETTERED && !round && !item;
    }

    /** {@code .5m}, {@code 1.5m30s}: without seconds behind it {@code 1.5m} is a length or a sum of money. */
    private boolean isDecimalOfMinutes(int i, Numeral number) {
        return number.firstDigits() == 0 || (tokens.isNumber(i + 1) && tokens.touchesPrevious(i + 1));
    }

    /** "3d printing", and "60w bulb": a word that no sentence has behind an amount. */
    private boolean isNoun(int i) {
        return tokens.isWord(i) && !tokens.isAny(i, BEHIND_AN_AMOUNT);
    }

    private boolean isLedElsewhere(int number) {
        return tokens.isAny(number - 1, LEADING_ELSEWHERE)
                || (tokens.isOneOf(number - 1, "$€£x×*/") && !isBullet(number - 1));
    }

    /** {@code * 45m - call}. */
    private boolean isBullet(int mark) {
        return tokens.isMark(mark, '*') && tokens.isBreak(mark - 1) && !tokens.touchesPrevious(mark + 1);
    }

    /** Where the unit stands behind a number: a hyphen, a plus or one or two adjectives may part them. */
    int place(int i) {
        int unit = isHyphen(i) || tokens.isMark(i, '+') ? i + 1 : i;
        for (int adjectives = 0; adjectives < 2 && tokens.is(unit, Tag.UNIT_ADJECTIVE); adjectives++) {
            unit = isHyphen(unit + 1) ? unit + 2 : unit + 1;
        }
        return unit;
    }

    boolean isHyphen(int i) {
        return tokens.isMark(i, '-') || tokens.is(i, Tag.HYPHEN) || isWave(i);
    }

    /** The dash of East Asia: {@code 2~3 hours}. */
    private boolean isWave(int i) {
        return tokens.isTouching(i, '~') && tokens.isNumber(i - 1) && tokens.isNumber(i + 1);
    }

    /** "$350 an hour", "60 miles an hour", "twice a day", "two hours a week": an article that means "per". */
    boolean isRate(int i) {
        boolean counted = tokens.language().has(Habit.VERB_LAST) && tokens.isAny(i - 1, Tag.TIMES, Tag.ONCE);
        return tokens.is(i, Tag.ARTICLE)
                && !counted
                && (tokens.isNumber(i - 1)
                        || tokens.isAny(i - 1, Tag.MEASURE, Tag.MONEY, Tag.ONCE)
                        || anyWorth(i - 1) > 0);
    }

    /** One past the unit, its dot included where it is an abbreviation within a sentence. */
    int end(int unit) {
        boolean dot = tokens.isMark(unit + 1, '.') && tokens.is(unit, Tag.ABBREVIATION);
        boolean ends = tokens.isBreak(unit + 2) || tokens.isOpening(unit + 2);
        return dot && !ends ? unit + 2 : unit + 1;
    }

    /** Whether the word only looks like a unit: "a second opinion", "a minute detail", "an HR role". */
    boolean isAnotherWord(int unit, boolean behindArticle) {
        boolean letters = tokens.is(unit, Tag.HOUR) && tokens.text(unit).equals("HR");
        return behindArticle
                && (tokens.is(unit, Tag.AMBIGUOUS_UNIT) || letters)
                && tokens.isWord(unit + 1)
                && !tokens.isAny(unit + 1, BEHIND_A_UNIT);
    }
}
