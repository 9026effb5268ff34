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

    /** How far before an amount the word stands that makes a mere figure of it. */
    private static final int FIGURE_LOOK = 10;

    /** What was said, written down, planned or allowed need not be what it was. */
    private static final Tags FIGURES =
            Tags.of(Tag.SAY, Tag.BOOKED, Tag.REPORT, Tag.ESTIMATE, Tag.OFFER, Tag.PLAN, Tag.LIMIT, Tag.SUPERSEDING);

    private static final Tags BEFORE_VERB =
            Tags.of(Tag.IT, Tag.SELF, Tag.AND, Tag.HAVE, Tag.ADVERB, Tag.SUPERSEDING, Tag.SUBORDINATOR);

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
                ? isTold(item, lead) || isPutRight(item, lead, number.from()) || isChanged(item, lead)
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
        boolean inside = tokens.touchesPrevious(i + 1) && !tokens.isBreak(i + 1);
        return (mark && !some && !inside) || tokens.isAny(i, BEHIND) || parallels.isTime(i);
    }

    /** "sorry, three", "make that three", "no, three", "not two hours but three". */
    private boolean isPutRight(Item item, int lead, int count) {
        boolean marked = tokens.isOneOf(lead, ",:-–");
        int word = marked ? lead - 1 : lead;
        boolean opens = !tokens.isWord(word - 1);
        boolean no = marked && opens && tokens.is(word, Tag.NEGATION);
        boolean was = tokens.is(lead, Tag.BE) && isCorrecting(count - 1);
        return (no || was || isCorrection(word)) && (isOneSentence(item, word) || isSaidAlone(word, marked && opens));
    }

    private boolean isOneSentence(Item item, int word) {
        for (int i = item.to(); i < word; i++) {
            if (tokens.isOneOf(i, ".!?;")) {
                return false;
            }
        }
        return true;
    }

    /** "Sorry, three", "I meant three", "No, make that three" in a sentence of its own. */
    private boolean isSaidAlone(int word, boolean label) {
        return label || tokens.phrase(word).has(Tag.CORRECTION) || tokens.is(word, Tag.BE);
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

    /** "it took four", "needed three", "it was three", "my log says 45" where another figure was said, written down or planned. */
    private boolean isTold(Item item, int verb) {
        boolean it = tokens.is(verb - 1, Tag.IT);
        boolean said = tokens.is(verb, Tag.SAY) && tokens.is(verb - 1, Tag.REPORT);
        boolean was = it && tokens.is(verb, Tag.BE) && tokens.is(verb, Tag.PAST);
        boolean spent = tokens.isAny(verb, SPENT) && tokens.is(verb, Tag.PAST) && isOwn(verb - 1);
        return (said || was || spent) && isFigureBefore(item, verb) && !hasNoLead(item.to(), verb);
    }

    private boolean isOwn(int subject) {
        return !tokens.isWord(subject) || tokens.isAny(subject, BEFORE_VERB);
    }

    private boolean isFigureBefore(Item item, int verb) {
        for (int i = item.from() - FIGURE_LOOK; i < verb; i++) {
            boolean itself = i >= item.from() && i < item.to();
            if (!itself && tokens.isAny(i, FIGURES)) {
                return true;
            }
        }
        return false;
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
