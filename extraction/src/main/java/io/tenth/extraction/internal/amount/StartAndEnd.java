package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Tokens;
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
    private static final int TIME_LOOK = 7;
    private static final int LAST_HOUR = 24;

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

    /** Between two times: a pause or a length says that not all of it was worked; what is private was not. */
    private static final Tags NOT_ALL_WORKED = Tags.of(Tag.PAUSE, Tag.MINUS, Tag.HOUR, Tag.MINUTE, Tag.PERSONAL);

    /** Between a verb and its time: who else did something, or before what. */
    private static final Tags OF_ANOTHER = Tags.of(Tag.OTHER, Tag.SELF, Tag.PAST, Tag.SUBORDINATOR, Tag.LASTING);

    private final Tokens tokens;
    private final Clocks clocks;
    private final Breaks breaks;

    StartAndEnd(Tokens tokens, Clocks clocks, Breaks breaks) {
        this.tokens = tokens;
        this.clocks = clocks;
        this.breaks = breaks;
    }

    /** The range whose first time begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        Clock start = time(i);
        if (start == null || !isSaid(i) || !isStart(i)) {
            return null;
        }
        int last = Math.min(tokens.size(), start.to() + END_LOOK);
        for (int verb = start.to(); verb < last && !isEnd(verb); verb++) {
            if (tokens.is(verb, Tag.FINISH)) {
                return isOfAuthor(verb) ? until(i, start, verb + 1) : null;
            }
        }
        return null;
    }

    /** The time at token {@code i} in the form of one, or null: "9:30", "ten past nine", "noon". */
    private @Nullable Clock time(int i) {
        if (tokens.isNumber(i)) {
            return isTime(i) ? clocks.hour(i) : null;
        }
        if (tokens.is(i, Tag.CLOCK_WORD)) {
            return clocks.hour(i);
        }
        boolean spoken = tokens.isAny(i, Tag.NUMBER, Tag.ARTICLE, Tag.FRACTION, Tag.HALF_PAST);
        Clock told = spoken ? clocks.told(i) : null;
        return told != null || !tokens.is(i, Tag.NUMBER) ? told : exact(clocks.hour(i));
    }

    private static @Nullable Clock exact(@Nullable Clock time) {
        return time != null && time.exact() ? time : null;
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

    /** {@code 0640}, {@code 9 am}, {@code 14h}, and {@code a las 8}, whose article only a time of day has. */
    private boolean isHour(int i, Numeral number, boolean article) {
        boolean lettered = tokens.is(i + 1, Tag.CLOCK_H) && tokens.touchesPrevious(i + 1);
        boolean at = article && (tokens.is(i - 1, Tag.TO) || tokens.is(i - 2, Tag.TO));
        boolean told = at && number.first() <= LAST_HOUR && closes(i + 1);
        return number.firstDigits() == 4 || lettered || told || tokens.isAny(i + 1, Tag.AM, Tag.PM);
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
                return isOfAuthor(phraseStart(i));
            }
            if (tokens.isNumber(i)) {
                return false;
            }
        }
        return false;
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

    private @Nullable Amount until(int from, Clock start, int behindVerb) {
        for (int i = behindVerb; i < behindVerb + TIME_LOOK && !isEnd(i); i++) {
            Clock end = time(i);
            if (end != null && (!isSaid(i) || isInterrupted(start.to(), i))) {
                return null;
            }
            if (end != null) {
                return breaks.takenOff(Amount.clock(from, end.to(), start.until(end)), true);
            }
            if (tokens.isNumber(i) || (tokens.isAny(i, OF_ANOTHER) && !isVerb(i))) {
                return null;
            }
        }
        return null;
    }

    private boolean isInterrupted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isAny(i, NOT_ALL_WORKED) && !isVerb(i)) {
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
