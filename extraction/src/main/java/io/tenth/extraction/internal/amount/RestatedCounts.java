package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.amount.SharedUnits.Item;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells whether a count says anew what the amount before it said, and so in its unit: a figure put right, {@code two hours, no,
 * three}, {@code it was really three}, or what it came to in the end, {@code we quoted three hours and it took four}.
 */
final class RestatedCounts {

    /** How far before the count the word may stand that leads to it. */
    private static final int LOOK = 4;

    private static final Tags SMALL = Tags.of(Tag.ADVERB, Tag.APPROXIMATE, Tag.ME, Tag.SELF, Tag.LASTING);
    private static final Tags SPENT = Tags.of(Tag.TAKE, Tag.SPEND);

    /** What may follow a count that counts nothing else. */
    private static final Tags BEHIND = Tags.of(Tag.AND, Tag.SUPERSEDING, Tag.APPROXIMATE, Tag.UNCOUNTED);

    private static final Tags NO_LEAD = Tags.of(Tag.NEGATION, Tag.MODAL, Tag.CONDITION);

    private final Tokens tokens;
    private final Parallels parallels;

    RestatedCounts(Tokens tokens, Parallels parallels) {
        this.tokens = tokens;
        this.parallels = parallels;
    }

    /** Whether nothing stands behind the count that it could count, and before it what says that it takes the place of the other. */
    boolean restates(Item item, Quantity number) {
        int lead = lead(item, number);
        if (lead < item.to()) {
            return false;
        }
        int end = number.to();
        return isEnd(end)
                ? isTold(item, lead) || isPutRight(lead, number.from()) || isChanged(item, lead)
                : isToDo(end) && isTold(item, lead);
    }

    /** The word before the count and what is small before it: "it was really about". */
    private int lead(Item item, Quantity number) {
        int lead = number.from() - 1;
        int first = Math.max(item.to(), number.from() - LOOK + 1);
        while (lead >= first && tokens.isAny(lead, SMALL) && !isCorrecting(lead)) {
            lead--;
        }
        return lead;
    }

    private boolean isEnd(int i) {
        boolean mark = tokens.isBreak(i) || tokens.isOneOf(i, ".,;:)!-–");
        boolean some = tokens.isMark(i, ',') && tokens.isAny(i + 1, Tag.WHOLE, Tag.ALL_OF_IT);
        return (mark && !some && !tokens.touchesPrevious(i + 1)) || tokens.isAny(i, BEHIND) || parallels.isTime(i);
    }

    /** "sorry, three", "make that three", "no, three", "not two hours but three". */
    private boolean isPutRight(int lead, int count) {
        boolean marked = tokens.isOneOf(lead, ",:-–");
        int word = marked ? lead - 1 : lead;
        boolean no = marked && tokens.is(word, Tag.NEGATION) && !tokens.isWord(word - 1);
        return no || isCorrection(word) || (tokens.is(lead, Tag.BE) && isCorrecting(count - 1));
    }

    /** Not "let's make it ten", which puts nothing right. */
    private boolean isCorrection(int last) {
        int first = last;
        while (isCorrecting(first - 1)) {
            first--;
        }
        return isCorrecting(last) && !tokens.isAny(first - 1, Gapped.NO_CORRECTION);
    }

    /** "change the two hours on Orme to three", "not two hours but one". */
    private boolean isChanged(Item item, int lead) {
        int before = item.from() - 1;
        boolean pointed = tokens.isAny(before, Tag.THE, Tag.MINE) && isCorrecting(before - 1);
        boolean denied = tokens.is(before, Tag.NEGATION) && lead == item.to();
        return (pointed && tokens.is(lead, Tag.TO)) || (denied && tokens.is(lead, Tag.SUBORDINATOR));
    }

    /** "took three to review"; not "took three to four". */
    private boolean isToDo(int i) {
        return tokens.is(i, Tag.TO) && tokens.isWord(i + 1) && !tokens.is(i + 1, Tag.NUMBER);
    }

    private boolean isCorrecting(int i) {
        return tokens.is(i, Tag.CORRECTION);
    }

    /** "it took four", "needed three", "it was three", "my log says 45"; not "could have taken four". */
    private boolean isTold(Item item, int verb) {
        boolean said = tokens.is(verb, Tag.SAY) && tokens.is(verb - 1, Tag.REPORT);
        boolean was = tokens.is(verb, Tag.BE) && tokens.is(verb, Tag.PAST) && tokens.is(verb - 1, Tag.IT);
        boolean spent = tokens.isAny(verb, SPENT) && tokens.is(verb, Tag.PAST) && !hasNoLead(item.to(), verb);
        return said || was || spent;
    }

    private boolean hasNoLead(int from, int verb) {
        for (int i = verb - 1; i >= Math.max(from, verb - LOOK) && tokens.isWord(i); i--) {
            if (tokens.isAny(i, NO_LEAD)) {
                return true;
            }
        }
        return false;
    }
}
