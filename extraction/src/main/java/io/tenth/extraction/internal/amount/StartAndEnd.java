package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Tokens;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a clock range whose times stand behind verbs: {@code started at 9:30 and was done by 12:15}, {@code Arrived 0640, left
 * 1110}.
 *
 * <p>Both times must have the form of one, and both verbs must be the author's, with "I" before them or no subject at all: a
 * shop that opened at nine, a hearing that began at ten or a witness who left are nobody's work.
 */
final class StartAndEnd {

    private static final int START_LOOK = 10;
    private static final int END_LOOK = 24;
    private static final int SUBJECT_LOOK = 4;
    private static final int SUBJECT_FAR = 7;
    private static final int TIME_LOOK = 7;
    private static final int LAST_HOUR = 24;
    private static final int RECORD_LOOK = 12;

    private static final Tags OF_OTHERS = Tags.of(Tag.OTHER, Tag.THEIR, Tag.ROLE, Tag.TITLE, Tag.POSSESSIVE);

    private static final Tags BEHIND_TIME = Tags.of(
            Tag.PREPOSITION,
            Tag.AND,
            Tag.DATE_WORD,
            Tag.ADVERB,
            Tag.SELF,
            Tag.GERUND,
            Tag.FINISH,
            Tag.MORNING,
            Tag.AFTERNOON);

    private static final Tags BEFORE_TIME =
            Tags.of(Tag.PREPOSITION, Tag.TO, Tag.START, Tag.FINISH, Tag.CLOCK_ARTICLE, Tag.APPROXIMATE, Tag.ADVERB);

    /** From here on a bare hour is rather the beginning of a day than a number: "started at 9", not "began at chapter 2". */
    private static final int EARLIEST_BARE = 7;

    /** What may stand between the subject, or the beginning of a clause, and a time before its verb. */
    private static final Tags BEFORE_VERB = Tags.of(
            Tag.PREPOSITION,
            Tag.DATE_WORD,
            Tag.ADVERB,
            Tag.CLOCK_LEAD,
            Tag.APPROXIMATE,
            Tag.MORNING,
            Tag.AFTERNOON,
            Tag.BE,
            Tag.HAVE);

    /** What stands between a time and the verb that closes its clause: "um zwölf war ich schon fertig". */
    private static final Tags INVERTED = Tags.of(Tag.BE, Tag.HAVE, Tag.SELF, Tag.ADVERB);

    /** Between two times: a pause or a length says that not all of it was worked; what is private was not. */
    private static final Tags NOT_ALL_WORKED = Tags.of(Tag.PAUSE, Tag.MINUS, Tag.HOUR, Tag.MINUTE, Tag.PERSONAL);

    /** Between a verb and its time: who else did something, or before what. */
    private static final Tags OF_ANOTHER = Tags.of(Tag.OTHER, Tag.SELF, Tag.PAST, Tag.SUBORDINATOR, Tag.LASTING);

    private final Tokens tokens;
    private final Clocks clocks;
    private final Breaks breaks;

    /** The meal with times of its own that stands at a token, or null. */
    private final IntFunction<@Nullable Amount> meals;

    StartAndEnd(Tokens tokens, Clocks clocks, Breaks breaks, IntFunction<@Nullable Amount> meals) {
        this.tokens = tokens;
        this.clocks = clocks;
        this.breaks = breaks;
        this.meals = meals;
    }

    /** The range whose first time begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        Clock start = time(i);
        return start != null && isSaid(i) && begins(i, start) ? upToEnd(i, start) : null;
    }

    private boolean begins(int time, Clock start) {
        if (isVerbBehind(start.to())) {
            return opensClause(time);
        }
        return isStart(time);
    }

    /** The range up to the verb of ending, without the meals that are told between the two times. */
    private @Nullable Amount upToEnd(int from, Clock start) {
        double off = 0;
        int since = start.to();
        int last = Math.min(tokens.size(), since + END_LOOK);
        int i = since;
        while (i < last && !isEnd(i)) {
            Amount meal = meals.apply(i);
            if (meal == null && tokens.is(i, Tag.FINISH)) {
                return less(ended(from, start, i, since), off);
            }
            if (meal != null && isInterrupted(since, i)) {
                return null;
            }
            off += meal == null ? 0 : meal.seconds();
            since = meal == null ? since : meal.to();
            i = meal == null ? i + 1 : since;
        }
        return null;
    }

    /** The range less what was off; a range of which more than a half was off was not understood. */
    private static @Nullable Amount less(@Nullable Amount range, double off) {
        if (range == null || off == 0) {
            return range;
        }
        return off * 2 > range.seconds()
                ? null
                : new Amount(range.from(), range.to(), range.seconds() - off, range.kind());
    }

    /**
     * The range that the verb of ending closes, with its time behind it or before it: "um neun angefangen und um zwölf aufgehört".
     *
     * @param since from where on nothing is known yet of what stands between the two times
     */
    private @Nullable Amount ended(int from, Clock start, int verb, int since) {
        Amount before = endBefore(from, start, verb, since);
        boolean own = isOfAuthor(verb) && !isOfSomebody(verb);
        return before != null || !own ? before : until(from, start, verb + 1, since);
    }

    private @Nullable Amount endBefore(int from, Clock start, int verb, int since) {
        for (int i = verb - 1; i > verb - TIME_LOOK && i > start.to(); i--) {
            Clock end = time(i);
            if (end != null && isClosedBy(verb, end.to()) && isSaid(i) && opensClause(i) && !isInterrupted(since, i)) {
                return breaks.takenOff(Amount.clock(from, verb + 1, start.until(end)), true);
            }
        }
        return null;
    }

    /** "um zwölf fertig", "um zwölf war ich fertig": a verb right behind the time, or with nothing but the author between. */
    private boolean isClosedBy(int verb, int behindTime) {
        boolean author = false;
        for (int i = behindTime; i < verb; i++) {
            if (!tokens.isAny(i, INVERTED)) {
                return false;
            }
            author |= tokens.is(i, Tag.SELF);
        }
        return author || verb == behindTime;
    }

    private boolean isVerbBehind(int i) {
        return tokens.language().has(Habit.VERB_LAST) && (isBegun(i) || isInverted(i));
    }

    private boolean isBegun(int i) {
        return tokens.is(i, Tag.START) && tokens.is(i, Tag.PAST);
    }

    /** "om negen uur ben ik aan de stukken begonnen": the participle closes the clause of the author. */
    private boolean isInverted(int behindTime) {
        if (!tokens.isAny(behindTime, Tag.BE, Tag.HAVE) || !tokens.is(behindTime + 1, Tag.SELF)) {
            return false;
        }
        for (int i = behindTime + 2; i < behindTime + START_LOOK && tokens.isWord(i); i++) {
            if (isBegun(i)) {
                return true;
            }
            if (tokens.is(i, Tag.AND)) {
                return false;
            }
        }
        return false;
    }

    /** Whether nothing stands before a time, but for days and small words, in a clause of the author or without a subject. */
    private boolean opensClause(int time) {
        for (int i = time - 1; i >= time - SUBJECT_FAR; i--) {
            if (tokens.is(i, Tag.SELF)) {
                return true;
            }
            if (tokens.is(i, Tag.AND) || !tokens.isWord(i)) {
                return !tokens.isNumber(i);
            }
            if (!tokens.isAny(i, BEFORE_VERB)) {
                return false;
            }
        }
        return false;
    }

    /** The time at token {@code i} in the form of one, or null: "9:30", "ten past nine", "noon". */
    private @Nullable Clock time(int i) {
        if (tokens.isNumber(i)) {
            return isTime(i) ? clocks.hour(i) : null;
        }
        if (tokens.is(i, Tag.CLOCK_WORD) && !tokens.is(i, Tag.HALF_TO)) {
            return clocks.hour(i);
        }
        boolean spoken =
                tokens.isAny(i, Tag.NUMBER, Tag.ARTICLE, Tag.FRACTION, Tag.HALF_PAST) || tokens.is(i, Tag.HALF_TO);
        Clock told = spoken ? clocks.told(i) : null;
        return told != null || !tokens.is(i, Tag.NUMBER) ? told : hourInWords(i);
    }

    /**
     * "neun Uhr"; where the word for the hour of the day counts hours as well, only behind "om": "om twee uur", "um neun"; and
     * behind the article that only a time of day has: "a las diez", "alle dieci".
     */
    private @Nullable Clock hourInWords(int i) {
        Clock time = clocks.hour(i);
        boolean article = tokens.is(i - 1, Tag.CLOCK_ARTICLE) && (tokens.is(i - 1, Tag.TO) || tokens.is(i - 2, Tag.TO));
        boolean led = article || tokens.is(i - 1, Tag.CLOCK_LEAD);
        if (time == null || (!time.exact() && !(led && closes(time.to())))) {
            return null;
        }
        return tokens.is(time.to() - 1, Tag.HOUR) && !led ? null : time;
    }

    private boolean isTime(int i) {
        Numeral number = tokens.numeral(i);
        boolean article = tokens.is(i - 1, Tag.CLOCK_ARTICLE);
        if (tokens.touchesPrevious(i) && !article) {
            return false;
        }
        return switch (number.shape()) {
            case WHOLE -> isHour(i, number, article);
            case COLON, POINT -> number.secondDigits() == 2;
            case COMMA, SLASH, TIMER, OTHER -> false;
        };
    }

    /** {@code 0640}, {@code 9 am}, {@code 14h}, "started at 9", and {@code a las 8}, whose article only a time of day has. */
    private boolean isHour(int i, Numeral number, boolean article) {
        boolean lettered = tokens.is(i + 1, Tag.CLOCK_H) && tokens.touchesPrevious(i + 1);
        boolean lead = tokens.is(i - 1, Tag.CLOCK_LEAD) && tokens.language().has(Habit.VERB_LAST);
        boolean led = isLedTo(i, article, lead) && number.first() <= LAST_HOUR && closes(i + 1);
        return led || lettered || isNamed(i, number, lead);
    }

    /** "a las 8", "um neun", "started at 9", "finished at 6". */
    private boolean isLedTo(int i, boolean article, boolean lead) {
        boolean to = article && (tokens.is(i - 1, Tag.TO) || tokens.is(i - 2, Tag.TO));
        boolean ended = tokens.is(i - 2, Tag.FINISH);
        boolean begun = tokens.is(i - 2, Tag.START) && tokens.numeral(i).first() >= EARLIEST_BARE;
        return to || lead || (tokens.is(i - 1, Tag.AT) && (begun || ended));
    }

    /** {@code 9 am}, {@code 9 Uhr}; {@code 9 uur} only behind "om", since it is a length as well. */
    private boolean isNamed(int i, Numeral number, boolean led) {
        boolean hour = tokens.is(i + 1, Tag.O_CLOCK) && (led || !tokens.is(i + 1, Tag.HOUR));
        return number.firstDigits() == 4 || hour || tokens.isAny(i + 1, Tag.AM, Tag.PM);
    }

    /** Whether nothing follows that the number could count: "llegué a los 5 clientes". */
    private boolean closes(int i) {
        return tokens.isWord(i)
                ? tokens.isAny(i, BEHIND_TIME)
                : !tokens.isNumber(i) && !tokens.isOneOf(i, "-/%+*=$€£°:");
    }

    private boolean isEnd(int i) {
        return tokens.isBreak(i) || tokens.isOneOf(i, ".;?!");
    }

    /** Whether a verb of beginning stands before the time, with the author as its subject or none, and no other verb between. */
    private boolean isStart(int time) {
        for (int i = time - 1; i >= time - START_LOOK && !isEnd(i); i--) {
            if (tokens.is(i, Tag.START)) {
                int verb = phraseStart(i);
                return isOfAuthor(verb)
                        && !isOfSomebody(i)
                        && !isInRecordOfAnother(verb - 1)
                        && !tokens.has(i, time, Tag.LODGING);
            }
            if (tokens.isNumber(i)) {
                return false;
            }
        }
        return false;
    }

    /** "arrivée de l'expert", "Ankunft des Gutachters", "départ du client": the noun of another's coming or going; people leave places too. */
    private boolean isOfSomebody(int verb) {
        boolean of = tokens.is(verb + 1, Tag.OF);
        int behind = of ? verb + 2 : verb + 1;
        boolean led = tokens.isAny(behind, Tag.THE, Tag.THEIR, Tag.MINE);
        if (!of && !(led && tokens.language().has(Habit.CAPITAL_NOUNS))) {
            return false;
        }
        int whose = led ? behind + 1 : behind;
        boolean noun = tokens.is(verb, Tag.START) && !tokens.is(verb, Tag.FINITE);
        return (noun && tokens.isWord(whose)) || tokens.isAny(whose, Tag.ROLE, Tag.TITLE, Tag.OTHER);
    }

    /** "Okafor (his card, the gate log: in at 7.05)": what a record says right behind it is said of whom it names. */
    private boolean isInRecordOfAnother(int colon) {
        if (!tokens.isOneOf(colon, ":,(") || !tokens.is(colon - 1, Tag.REPORT)) {
            return false;
        }
        boolean another = false;
        for (int i = colon - 1; i > colon - RECORD_LOOK && !isEnd(i); i--) {
            if (tokens.isAny(i, Tag.SELF, Tag.MINE)) {
                return false;
            }
            another |= isName(i) || tokens.isAny(i, OF_OTHERS);
        }
        return another;
    }

    /** "Sam Okafor", "Okafor,": a single word written large may be the first of its sentence. */
    private boolean isName(int i) {
        boolean named = tokens.isCapitalised(i + 1) || tokens.isCapitalised(i - 1) || tokens.isOneOf(i + 1, ",(");
        return tokens.isCapitalised(i) && named;
    }

    /** The first word of a verb of several, as of "got there at 1.15". */
    private int phraseStart(int i) {
        int first = i;
        while (tokens.phrase(i).has(Tag.START) && tokens.phrase(first - 1) == tokens.phrase(i)) {
            first--;
        }
        return first;
    }

    /** Whether the clause of the verb begins with it, with the author, or with another verb behind "and": "and sent them home". */
    private boolean isOfAuthor(int verb) {
        if (tokens.is(verb, Tag.SELF)) {
            return true;
        }
        for (int i = verb - 1; i >= verb - SUBJECT_LOOK; i--) {
            if (tokens.isAny(i, Tag.SELF, Tag.ME, Tag.AND) || !tokens.isWord(i)) {
                return true;
            }
            boolean first = tokens.is(i - 1, Tag.AND) && tokens.is(i, Tag.PAST);
            if (!first && !tokens.isAny(i, Tag.ADVERB, Tag.HAVE, Tag.BE) && !isWithinClause(i)) {
                return false;
            }
        }
        return false;
    }

    /** The object between a verb behind "and" and the word that ends the clause. */
    private boolean isWithinClause(int i) {
        return tokens.is(i - 1, Tag.PAST) && tokens.is(i - 2, Tag.AND);
    }

    private @Nullable Amount until(int from, Clock start, int behindVerb, int since) {
        for (int i = behindVerb; i < behindVerb + TIME_LOOK && !isEnd(i); i++) {
            Clock end = time(i);
            if (end != null) {
                boolean whole = isSaid(i) && !isInterrupted(since, i);
                return whole ? breaks.takenOff(Amount.clock(from, end.to(), start.until(end)), true) : null;
            }
            if (tokens.isNumber(i) || (tokens.isAny(i, OF_ANOTHER) && !isVerb(i))) {
                return null;
            }
        }
        return null;
    }

    /** "started at 9, broke at 12, back at 1, finished at 5": whether a break or another time stands between. */
    private boolean isInterrupted(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean pause = tokens.isAny(i, NOT_ALL_WORKED) && !isVerb(i);
            if (pause || (i + 1 < to && tokens.isAny(i, Tag.AT, Tag.UNTIL) && tokens.isNumber(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a preposition or the verb itself stands before the time: not "file 1015", "the 4.30 train", "at 1410 Elm". */
    private boolean isSaid(int i) {
        int lead = i - 1;
        boolean led = !tokens.isWord(lead) || tokens.isAny(lead, BEFORE_TIME) || isVerb(lead);
        return led && !tokens.is(lead, Tag.LASTING) && !isAddress(i);
    }

    private boolean isVerb(int i) {
        return tokens.isAny(i, Tag.START, Tag.FINISH);
    }

    private boolean isAddress(int i) {
        boolean four = tokens.isNumber(i) && tokens.numeral(i).firstDigits() == 4;
        return four && tokens.isWord(i + 1) && tokens.isCapitalised(i + 1) && !tokens.is(i + 1, Tag.DATE_WORD);
    }
}
