package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Reads the hours that are charged of those before them, and are counted without their unit: {@code It took four hours. Put
 * down three for it}, {@code bill the parties eight}, {@code cut it to two on the bill}, {@code so eight is what the bill should say}.
 *
 * <p>Who counts so has told just before what was worked, and charges no more of it.
 */
final class ChargedCounts {

    /** How far before the count its verb, with whom it is charged to, may stand. */
    private static final int REACH = 6;

    /** How many words tell whom: "the parties", "Mrs Okafor". */
    private static final int MOST_WORDS = 2;

    private static final int FEWEST_NAMED = 2;
    private static final int QUESTION_LOOK = 20;

    /** What may stand between the verb and the count; "charge us four" is what others charge. */
    private static final Tags SMALL = Tags.of(Tag.ADVERB, Tag.IT, Tag.OTHER, Tag.APPROXIMATE, Tag.LASTING, Tag.REQUEST);

    /** What stands before the verb of an order, or of what the author does. */
    private static final Tags BEFORE_AN_ORDER = Tags.of(
            Tag.REQUEST,
            Tag.SO,
            Tag.AND,
            Tag.ADVERB,
            Tag.SELF,
            Tag.MODAL,
            Tag.TO,
            Tag.SUBORDINATOR,
            Tag.HYPHEN,
            Tag.BE);

    private static final Tags BEHIND = Tags.of(Tag.SUBORDINATOR, Tag.DATE_WORD);

    private final Tokens tokens;

    ChargedCounts(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the number counts hours, {@code most} of them at most, that are charged of those before it. */
    boolean isCharged(Quantity number, double most) {
        boolean some = number.value() > 0 && number.value() <= most && !tokens.is(number.from(), Tag.ARTICLE);
        return some
                && (isOrdered(number) || isFronted(number) || isReset(number) || isSaidBehind(number))
                && !isAsked(number.to());
    }

    /** "put down three for it", "bill the parties eight", "they'll be charged nine", "charge the 6 we agreed". */
    private boolean isOrdered(Quantity number) {
        int verb = verb(number);
        return verb >= 0
                && isOrder(verb)
                && (tokens.is(number.from() - 1, Tag.THE) ? tokens.is(number.to(), Tag.SELF) : isFree(number.to()));
    }

    /** "verrechnet werden 6", "aufgeschrieben werden nur zwei": where a participle opens the clause. */
    private boolean isFronted(Quantity number) {
        int finite = number.from() - 1;
        while (finite > number.from() - REACH && tokens.is(finite, Tag.ADVERB)) {
            finite--;
        }
        return tokens.language().has(Habit.VERB_LAST)
                && tokens.isAny(finite, Tag.BE, Tag.MODAL)
                && tokens.is(finite - 1, Tag.BILLED)
                && !tokens.isWord(finite - 2)
                && isFree(number.to());
    }

    /** The verb of charging with nothing but whom it is charged to between it and the count, or -1; "bill his two" is not his. */
    private int verb(Quantity number) {
        int last = number.from() - 1;
        int verb = tokens.is(last, Tag.THE) ? last - 1 : last;
        while (verb > last - REACH && isBetween(verb)) {
            verb--;
        }
        int words = words(verb + 1, last);
        boolean pronoun = tokens.isAny(last, Tag.MINE, Tag.THEIR);
        boolean other = pronoun || words > MOST_WORDS || (words > 0 && tokens.isNumber(number.from()));
        return other || !isVerb(verb) ? -1 : verb;
    }

    private boolean isBetween(int i) {
        return !isVerb(i) && (isSmall(i) || isWhom(i));
    }

    /** "put down", "put it through". */
    private boolean isParticle(int i) {
        int verb = tokens.is(i - 1, Tag.IT) ? i - 2 : i - 1;
        return isVerb(verb) && (tokens.is(i, Tag.CHANGE) || tokens.is(i, Tag.PREPOSITION));
    }

    /** How many words name somebody between the two. */
    private int words(int from, int to) {
        int words = 0;
        for (int i = from; i <= to; i++) {
            words += isSmall(i) || isPointer(i) ? 0 : 1;
        }
        return words;
    }

    private boolean isSmall(int i) {
        return tokens.isAny(i, SMALL) || isParticle(i) || (tokens.isMark(i, '.') && tokens.is(i - 1, Tag.TITLE));
    }

    private boolean isPointer(int i) {
        return tokens.isAny(i, Tag.THE, Tag.MINE, Tag.THEIR);
    }

    private boolean isVerb(int i) {
        return tokens.is(i, Tag.BILLED) || (tokens.is(i, Tag.BILL) && (tokens.is(i, Tag.CHARGED) || isTold(i)));
    }

    /** "Enter eight for me", "kindly debit five": a verb of writing down where it is told to somebody. */
    private boolean isTold(int i) {
        boolean opens = tokens.isBreak(i - 1) || tokens.isOneOf(i - 1, ".;") || tokens.is(i - 1, Tag.REQUEST);
        return opens && !tokens.isAny(i, Tag.BOOKED, Tag.GERUND);
    }

    /** "Coldwater", "Mrs", "the client": no number, no thing of which there are many. */
    private boolean isWhom(int i) {
        boolean named = tokens.isCapitalised(i) || isPointer(i) || tokens.is(i, Tag.TITLE);
        boolean noun = tokens.isWord(i) && isPointer(i - 1);
        return (named || noun) && !tokens.isAny(i, Tag.REFERENCE, Tag.NUMBER, Tag.PREPOSITION, Tag.AND);
    }

    /** Whether nobody else charges, and it is charged: not "his firm charges the client eight", "I never bill them two". */
    private boolean isOrder(int verb) {
        int first = verb;
        while (tokens.isWord(first - 1) && isVerb(first - 1)) {
            first--;
        }
        int lead = first - 1;
        boolean opens = !tokens.isWord(lead) || tokens.isAny(lead, BEFORE_AN_ORDER);
        boolean passive = tokens.is(verb, Tag.BILLED) && !tokens.is(verb, Tag.CHARGED);
        boolean told = tokens.isAny(lead, Tag.BE, Tag.ADVERB) || isGotFor(lead, verb);
        return (passive ? told : opens) && !tokens.is(verb, Tag.NON_BILLABLE) && !isDenied(first);
    }

    /** "they get invoiced for four"; not "he has invoiced for four". */
    private boolean isGotFor(int lead, int verb) {
        return tokens.is(verb + 1, Tag.LASTING) && tokens.is(lead, Tag.FINITE) && !tokens.is(lead, Tag.HAVE);
    }

    private boolean isDenied(int verb) {
        for (int i = verb - 1; i >= verb - REACH && tokens.isWord(i); i--) {
            if (tokens.isAny(i, BillClause.NO_CHARGE)) {
                return true;
            }
        }
        return false;
    }

    /** "cut it to two", "knock that down to 5 on the bill". */
    private boolean isReset(Quantity number) {
        int to = number.from() - 1;
        for (int i = to - 1; tokens.is(to, Tag.RESET_TO) && i >= to - 3; i--) {
            if (tokens.is(i, Tag.RESET)) {
                boolean it = tokens.has(i + 1, to, Tag.IT) || tokens.phrase(i).has(Tag.RESET);
                int verb = tokens.is(i - 1, Tag.RESET) ? i - 1 : i;
                return it && isOrder(verb) && isOnAccount(number.to());
            }
        }
        return false;
    }

    /** "so eight is what the bill should say", "and two is what you invoice". */
    private boolean isSaidBehind(Quantity number) {
        return number.value() >= FEWEST_NAMED
                && tokens.isAny(number.from() - 1, Tag.SO, Tag.AND, Tag.PARTITIVE)
                && BillClause.beginsAt(tokens, number.to());
    }

    /** Whether the count is all that is said, but for whom or what it is: "for it", "on her bill". */
    private boolean isFree(int i) {
        boolean forIt = tokens.is(i, Tag.LASTING) && tokens.isAny(i + 1, Tag.IT, Tag.ME) && !tokens.isWord(i + 2);
        boolean ofIt = tokens.is(i, Tag.OF) && tokens.is(i + 1, Tag.IT);
        return tokens.isWord(i)
                ? forIt || ofIt || tokens.isAny(i, BEHIND) || isOnly(i) || isOnAccount(i)
                : !tokens.isNumber(i) && !tokens.isOneOf(i, "-/%:$€£");
    }

    /** "schrijf er 2 op", "schreib nur zwei auf": the particle of the verb closes its clause. */
    private boolean isParticleOfLast(int i) {
        return tokens.language().has(Habit.VERB_LAST) && tokens.is(i, Tag.PREPOSITION);
    }

    /** "five only, since". */
    private boolean isOnly(int i) {
        boolean last = !tokens.isWord(i + 1) && !tokens.isNumber(i + 1);
        return last && (tokens.isAny(i, Tag.APPROXIMATE, Tag.ADVERB) || isParticleOfLast(i));
    }

    /** "on the bill", "on Mrs. Gunderson's bill", "to the client". */
    private boolean isOnAccount(int i) {
        boolean client = tokens.is(i, Tag.TO) && tokens.is(i + 1, Tag.THE) && tokens.is(i + 2, Tag.CLIENT_HEADER);
        return client || (tokens.is(i, Tag.PREPOSITION) && tokens.has(i + 1, i + REACH, Tag.ACCOUNT));
    }

    private boolean isAsked(int i) {
        for (int end = i; end < i + QUESTION_LOOK && !tokens.isBreak(end); end++) {
            if (tokens.isOneOf(end, ".;!?")) {
                return tokens.isMark(end, '?');
            }
        }
        return false;
    }
}
