package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.amount.SharedUnits.Item;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells whether a count has the verb of the amount before it, and so its unit: of another subject, {@code Dana did two hours, I
 * did three}, or left out, {@code the audit took two hours, the report three}.
 */
final class SharedVerbs {

    /** How many words a subject has whose verb is left out. */
    private static final int SUBJECT = 5;

    /** How many words tell with whom, or where, the time was that a count behind them has. */
    private static final int OBJECT = 8;

    private static final int VERB_LOOK = 3;

    private static final Tags NOUN_LEAD = Tags.of(Tag.THE, Tag.MINE, Tag.THEIR);
    private static final Tags PERSON = Tags.of(Tag.SELF, Tag.OTHER, Tag.ROLE);
    private static final Tags SPENT = Tags.of(Tag.SPEND, Tag.PAST);
    private static final Tags BEFORE_VERB = Tags.of(Tag.HAVE, Tag.ADVERB, Tag.SPEND);
    private static final Tags BEFORE_AMOUNT = Tags.of(Tag.ME, Tag.APPROXIMATE, Tag.ADVERB, Tag.LASTING);

    /** What a subject without its verb does not hold. */
    private static final Tags NO_SUBJECT =
            Tags.of(Tag.BE, Tag.HAVE, Tag.MODAL, Tag.PAST, Tag.SPEND, Tag.AND, Tag.SUBORDINATOR, Tag.NEGATION);

    private final Tokens tokens;
    private final Parallels parallels;

    SharedVerbs(Tokens tokens, Parallels parallels) {
        this.tokens = tokens;
        this.parallels = parallels;
    }

    /** "Dana did two hours, I did three": the same verb, or another of spending time behind somebody else. */
    boolean isSaidAgain(Item item, Quantity number) {
        int verb = number.from() - 1;
        int first = item.from() - 1;
        boolean spent = tokens.isAny(verb, SPENT) && tokens.isAny(first, SPENT);
        return spent
                && isClosed(item, number.to())
                && hasSubject(item, verb)
                && (parallels.isSameWord(first, verb) || isOfTime(item, verb));
    }

    /** Whether it is spent, and nothing stands before it that could be done or spent as well. */
    private boolean isOfTime(Item item, int verb) {
        return tokens.is(verb, Tag.SPEND) && !parallels.hasPlural(item.to(), verb);
    }

    private boolean hasSubject(Item item, int verb) {
        int who = verb - 1;
        while (who > item.to() && tokens.isAny(who, BEFORE_VERB) && !tokens.is(who, Tag.SELF)) {
            who--;
        }
        return who >= item.to() && (tokens.isAny(who, PERSON) || tokens.isCapitalised(who));
    }

    /** Whether the clause ends behind the count, or goes on as that of the amount does. */
    private boolean isClosed(Item item, int i) {
        return isEnd(i) || parallels.isSamePhrase(item, i, i) || tokens.is(i, Tag.GERUND);
    }

    private boolean isEnd(int i) {
        boolean mark = tokens.isBreak(i) || tokens.isOneOf(i, ".,;:)!");
        return mark || tokens.is(i, Tag.AND) || parallels.isTime(i);
    }

    /** "the audit took me two hours and the report three", "with the bank for 15 minutes and then with the bailiff for 25". */
    boolean isLeftOut(Item item, Quantity number) {
        int last = lead(number.from() - 1);
        boolean lasting = tokens.is(last, Tag.LASTING) && parallels.isLasting(item);
        int end = lasting ? last - 1 : last;
        int joint = jointBefore(end, lasting ? OBJECT : SUBJECT);
        if (!isJoined(item, joint, end) || !isEnd(number.to())) {
            return false;
        }
        return (lasting && isObject(joint + 1, last)) || isSubject(item, joint + 1, end);
    }

    private boolean isJoined(Item item, int joint, int end) {
        return joint < end && joint >= item.to() && parallels.isJoint(joint);
    }

    private int lead(int i) {
        return tokens.is(i, Tag.APPROXIMATE) ? i - 1 : i;
    }

    /** One phrase with its preposition, "then" before it; not "for a table for 25". */
    private boolean isObject(int from, int lasting) {
        int first = tokens.is(from, Tag.ADVERB) ? from + 1 : from;
        return tokens.is(first, Tag.PREPOSITION) && !tokens.has(first, lasting, Tag.LASTING);
    }

    /** What stands before the words that can be a subject, or say with whom it was. */
    private int jointBefore(int last, int words) {
        int joint = last;
        while (joint > last - words && tokens.isWord(joint) && !tokens.isAny(joint, NO_SUBJECT)) {
            joint--;
        }
        return joint;
    }

    /** A thing where the verb took the time, and somebody where it spent it; not "exhibit three", "Dana 3". */
    private boolean isSubject(Item item, int from, int last) {
        if (from == last && tokens.is(last, Tag.SELF)) {
            return true;
        }
        boolean person = isPerson(from, last);
        int verb = verbBefore(item);
        boolean thing = tokens.is(verb, Tag.TAKE) || item.unit() < item.from();
        boolean fits = thing ? person || tokens.isAny(from, NOUN_LEAD) : person && tokens.isAny(verb, SPENT);
        return fits && isNoun(last);
    }

    /** "she", "Dana" before a count in words, "our clerk". */
    private boolean isPerson(int from, int last) {
        boolean named = tokens.isCapitalised(from) && tokens.isWord(last + 1);
        return named || tokens.isAny(from, PERSON) || tokens.is(last, Tag.ROLE);
    }

    private boolean isNoun(int i) {
        boolean numbered = tokens.is(i, Tag.REFERENCE) && !tokens.isAny(i - 1, NOUN_LEAD);
        return !numbered && !tokens.is(i, Tag.PREPOSITION) && !tokens.isAny(i, NOUN_LEAD);
    }

    private int verbBefore(Item item) {
        int verb = item.from() - 1;
        while (verb > item.from() - VERB_LOOK && tokens.isAny(verb, BEFORE_AMOUNT)) {
            verb--;
        }
        return verb;
    }
}
