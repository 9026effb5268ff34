package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Multiplies an amount that "each" stands before, as where the verb closes the clause: {@code mit vier Landwirten habe ich
 * telefoniert, jeweils eine Viertelstunde}, {@code je 50 Minuten hin und zurück}, {@code viermal angerufen, jedes Mal zehn
 * Minuten}.
 *
 * <p>Only what the same clause counts is multiplied: between it and "each" stand no other things, no other clause and nobody
 * who may be one of those that had the amount each.
 */
final class EachBefore {

    private static final int LOOK = 14;
    private static final int NEAR = 4;
    private static final int WAY_LOOK = 8;
    private static final int VERB_LOOK = 4;

    /** What a number counts that is neither a thing that was worked on nor a person who was met. */
    private static final Tags NOT_COUNTED = Tags.of(
            Tag.DAY,
            Tag.DATE_WORD,
            Tag.HOUR,
            Tag.MINUTE,
            Tag.PERIOD,
            Tag.MEASURE,
            Tag.MONEY,
            Tag.O_CLOCK,
            Tag.REFERENCE,
            Tag.NUMBER,
            Tag.AND,
            Tag.FINITE);

    private final Tokens tokens;
    private final Manifold manifold;

    EachBefore(Tokens tokens, Manifold manifold) {
        this.tokens = tokens;
        this.manifold = manifold;
    }

    /** Whether "each" or "each time" stands before the amount, and none behind it, in a language that has it so. */
    boolean stands(Amount amount) {
        return tokens.language().has(Habit.VERB_LAST)
                && tokens.isAny(amount.from() - 1, Tag.EACH, Tag.EACH_TIME)
                && !tokens.is(amount.to(), Tag.EACH);
    }

    /** The amount as often as the clause before "each" says, or the amount itself. */
    Amount multiplied(Amount amount) {
        int each = amount.from() - 1;
        boolean time = tokens.is(each, Tag.EACH_TIME);
        if (!time && isBothWays(amount)) {
            return amount.times(2);
        }
        int end = end(each);
        int often = occasions(end);
        if (often > 1 || time) {
            return often > 1 ? amount.times(often) : amount;
        }
        int noun = noun(amount, end);
        return noun < 0 ? amount : amount.at(from(amount, noun), amount.to()).times(countOf(noun));
    }

    /** One past the clause that "each" is said of. */
    private int end(int each) {
        int first = each;
        while (tokens.is(each, Tag.EACH_TIME) && tokens.is(first - 1, Tag.EACH_TIME)) {
            first--;
        }
        return tokens.isMark(first - 1, ',') ? first - 1 : first;
    }

    /** Where the product begins: "drei Anrufe zu je zehn Minuten" is one expression, what stands farther off is not. */
    private int from(Amount amount, int noun) {
        int count = manifold.count(noun - 1) > 0 ? noun - 1 : noun - 2;
        boolean near = manifold.count(count) > 0 && amount.from() - noun < NEAR;
        return near ? count : amount.from();
    }

    /** "je 50 Minuten hin und zurück", "heen en terug telkens 55 minuten": to and fro, within the clause. */
    private boolean isBothWays(Amount amount) {
        for (int i = amount.to(); i < amount.to() + WAY_LOOK && !isEnd(i) && !tokens.isMark(i, ','); i++) {
            if (tokens.is(i, Tag.BOTH_WAYS)) {
                return true;
            }
        }
        for (int i = amount.from() - 2; i > amount.from() - WAY_LOOK - 2 && !isEnd(i); i--) {
            if (tokens.is(i, Tag.BOTH_WAYS)) {
                return true;
            }
        }
        return false;
    }

    /** "viermal angerufen", "twee keer gebeld" before token {@code end}; or 0. */
    private int occasions(int end) {
        int participles = 0;
        for (int i = end - 1; i > end - LOOK && !isClauseEnd(i) && participles < 2; i--) {
            int often = often(i);
            if (often > 1) {
                return often;
            }
            participles += tokens.is(i, Tag.PAST) && !tokens.isAny(i, Tag.HAVE, Tag.BE) ? 1 : 0;
        }
        return 0;
    }

    private int often(int i) {
        if (tokens.is(i, Tag.ONCE)) {
            return tokens.word(i).value() > 1 ? (int) tokens.word(i).value() : 0;
        }
        return tokens.is(i, Tag.TIMES) && tokens.isWord(i) ? manifold.count(i - 1) : 0;
    }

    /** The things or people that the clause before token {@code end} counts, or -1. */
    private int noun(Amount amount, int end) {
        for (int i = end - 1; i > end - LOOK && !isClauseEnd(i); i--) {
            if (countOf(i) > 1) {
                boolean with = tokens.is(leadOf(i), Tag.WITH_SLASH);
                boolean met = isMet(i, end) || isMet(amount.to(), amount.to() + VERB_LOOK);
                return (with ? met : isOfAuthor(i, end)) ? i : -1;
            }
            if (tokens.is(i, Tag.ROLE) && !tokens.is(i, Tag.BOTH)) {
                return -1;
            }
        }
        return -1;
    }

    /** The count of the plural noun at token {@code i}; with "both" before it two; or 0. */
    private int countOf(int i) {
        if (!isNoun(i) || tokens.isAny(i, NOT_COUNTED)) {
            return 0;
        }
        if (tokens.is(i - 1, Tag.BOTH)) {
            return tokens.is(i - 2, Tag.PREPOSITION) ? 2 : 0;
        }
        boolean described = manifold.count(i - 1) == 0 && tokens.isWord(i - 1) && !tokens.isCapitalised(i - 1);
        int number = described ? i - 2 : i - 1;
        return isNumbered(number) ? 0 : manifold.count(number);
    }

    private boolean isNoun(int i) {
        return tokens.language().has(Habit.CAPITAL_NOUNS)
                ? tokens.isCapitalised(i)
                : Manifold.isPlural(tokens, i) || tokens.is(i, Tag.ROLE);
    }

    /** "Haus 3 Fenster", "um 8 Mails": the number is of something else. */
    private boolean isNumbered(int number) {
        return tokens.isAny(number - 1, Tag.REFERENCE, Tag.CLOCK_LEAD) || tokens.isNumber(number - 1);
    }

    /** What stands before the count of the noun at token {@code i}. */
    private int leadOf(int i) {
        boolean described = !tokens.is(i - 1, Tag.BOTH) && manifold.count(i - 1) == 0;
        int lead = described ? i - 3 : i - 2;
        return tokens.isAny(lead, Tag.THE, Tag.MINE, Tag.THEIR) ? lead - 1 : lead;
    }

    /** Whether they were talked to, so that each of them had the author's time; those who helped had their own. */
    private boolean isMet(int from, int to) {
        return tokens.has(from, to, Tag.CALL) || tokens.has(from, to, Tag.MEETING);
    }

    /** Whether the author is the subject, or no verb stands there that could have another one. */
    private boolean isOfAuthor(int noun, int end) {
        if (tokens.has(noun + 1, end, Tag.SELF) || tokens.is(leadOf(noun), Tag.PREPOSITION)) {
            return true;
        }
        int from = noun;
        while (from > noun - LOOK && !isClauseEnd(from - 1)) {
            from--;
        }
        return tokens.has(from, noun, Tag.SELF) || !hasVerb(from, end);
    }

    private boolean hasVerb(int from, int to) {
        return tokens.has(from, to, Tag.HAVE) || tokens.has(from, to, Tag.BE) || tokens.has(from, to, Tag.MODAL);
    }

    private boolean isClauseEnd(int i) {
        return isEnd(i) || tokens.isOneOf(i, ",:()") || tokens.isAny(i, Tag.AND, Tag.SUBORDINATOR);
    }

    private boolean isEnd(int i) {
        return tokens.isBreak(i) || tokens.isOneOf(i, ".;?!");
    }
}
