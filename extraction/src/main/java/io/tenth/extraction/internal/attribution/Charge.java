package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Evidence;
import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Finds whether work is charged: its share of the sentence, its row and the heading above may say that it is not, and the next
 * sentence where that has no amount of its own. Of several amounts in a sentence, "no charge" is said of the one that it
 * stands behind, unless it leads them all; "no charge for the call" is said of what follows.
 */
final class Charge {

    private static final String EXPENSE = "EXPENSE";
    private static final Tag[] BEFORE_NOUN = {Tag.THE, Tag.MINE, Tag.THEIR, Tag.POSSESSIVE};
    private static final int REMARK = 5;
    private static final int EXPLANATION = 14;

    /** A figure that is charged of a longer time is, whatever becomes of the rest: "reduced to 2.5 as a courtesy". */
    boolean isBillable(Testimony testimony) {
        Scene scene = testimony.scene();
        boolean charged = testimony.seen().contains(Evidence.CHARGED_FIGURE);
        return (charged || isCalledBillable(scene) || !has(scene, Tag.NON_BILLABLE)) && !isInternal(scene);
    }

    /** "55 minutes, chargeable; the drive home is on me": right behind the amount it is said of nothing else. */
    private static boolean isCalledBillable(Scene scene) {
        Tokens tokens = scene.tokens();
        int behind = scene.amount().to();
        int said = tokens.isOneOf(behind, ",(-") ? behind + 1 : behind;
        return tokens.is(said, Tag.BILLED) && !tokens.isAny(said, Tag.NON_BILLABLE, Tag.PAST);
    }

    boolean isInternal(Scene scene) {
        return has(scene, Tag.INTERNAL);
    }

    private static boolean has(Scene scene, Tag tag) {
        Tokens tokens = scene.tokens();
        Range row = row(scene);
        return saysOfIt(scene, scene.sentence(), tag)
                || saysOfIt(scene, row, tag)
                || tokens.has(new Headings(scene.page()).above(scene), tag)
                || tokens.has(opening(scene), tag)
                || new Waivers(tokens).isWaived(scene, tag)
                || (tag == Tag.NON_BILLABLE
                        && (isTakenBack(scene)
                                || new Refusals(tokens).isRefused(scene)
                                || new Gifts(tokens).isGiven(scene)));
    }

    /** What the line says before its first amount, if that is this one: "For the pro bono report. Clinic, 3.5 hours." */
    private static Range opening(Scene scene) {
        int line = scene.layout().rowStart(scene.amount().from());
        int before = scene.index() - 1;
        boolean first = before < 0 || scene.page().amounts().get(before).to() <= line;
        int to = scene.sentence().from();
        return first && line < to ? new Range(line, to) : new Range(to, to);
    }

    /** The line before the amount, where it is one of cells: in prose, a sentence before says nothing of this one. */
    private static Range row(Scene scene) {
        int to = scene.share().to();
        int from = scene.layout().rowStart(scene.amount().from());
        for (int i = from + 1; i < to; i++) {
            if (scene.tokens().isCellStart(i)) {
                return new Range(from, to);
            }
        }
        return new Range(to, to);
    }

    private static boolean saysOfIt(Scene scene, Range place, Tag tag) {
        for (int i = place.from(); i < place.to(); i++) {
            if (scene.tokens().is(i, tag)) {
                int behind = behind(scene.tokens(), i, tag);
                if (isOfTime(scene, i, behind, tag) && isSaidOf(scene, i, behind)) {
                    return true;
                }
                i = behind - 1;
            }
        }
        return false;
    }

    /** Whether the words from token {@code i} on say of the author's time that it is not charged or internal. */
    static boolean isOfTime(Scene scene, int i, int behind, Tag tag) {
        Tokens tokens = scene.tokens();
        return !isDenied(tokens, i)
                && !isLabel(tokens, i, behind, tag)
                && !isSuffered(scene, i)
                && !new SeparatedRefusals(tokens).isOfAnotherThing(scene, i)
                && !Gifts.isOfOthers(tokens, i);
    }

    /** "after the supplier swapped the frames on us", "Tom's crash broke it on me": whom it befell, and not who pays. */
    private static boolean isSuffered(Scene scene, int i) {
        Tokens tokens = scene.tokens();
        if (!tokens.is(i, Tag.PREPOSITION) || !tokens.is(i + 1, Tag.ME) || !tokens.isWord(i - 1)) {
            return false;
        }
        for (int back = i - 1; back >= scene.sentence().from() && !tokens.isOneOf(back, ",;:("); back--) {
            if (tokens.isAny(back, Tag.BE, Tag.BILLED, Tag.HAVE)) {
                return false;
            }
            if (tokens.is(back, Tag.PAST)) {
                return tokens.isName(back - 1) || (tokens.isWord(back - 1) && tokens.isAny(back - 2, BEFORE_NOUN));
            }
        }
        return false;
    }

    private static int behind(Tokens tokens, int i, Tag tag) {
        int behind = i + 1;
        while (tokens.is(behind, tag)) {
            behind++;
        }
        return behind;
    }

    /** Whether what is said at token {@code i} is said of this amount and not of another one of the sentence. */
    static boolean isSaidOf(Scene scene, int i, int behind) {
        Tokens tokens = scene.tokens();
        if (isOfNext(tokens, behind)) {
            return i < scene.amount().from() && scene.clause().covers(i);
        }
        if (new CliticRefusals(tokens).isOfAnother(scene, i)) {
            return false;
        }
        if (scene.share().covers(i)) {
            return true;
        }
        int owner = ownerOf(scene, i);
        return owner < 0 ? scene.clause().covers(i) || isFirst(scene) : owner == scene.index();
    }

    /** "for the call": what was said before it is said of that; not "no charge for that one", which was told of before. */
    static boolean isOfNext(Tokens tokens, int i) {
        boolean pronoun = tokens.is(i + 1, Tag.IT) && tokens.isAny(i + 2, Tag.NUMBER, Tag.ADVERB);
        return tokens.is(i, Tag.MATTER_LEAD)
                && !tokens.is(i, Tag.TO)
                && tokens.is(i + 1, Tag.THE)
                && tokens.isWord(i + 2)
                && !pronoun;
    }

    /** The last amount of the sentence that ends before token {@code i}, or -1. */
    private static int ownerOf(Scene scene, int i) {
        int owner = -1;
        for (int other = firstOfSentence(scene); other < scene.page().amounts().size(); other++) {
            Amount amount = scene.page().amounts().get(other);
            if (amount.to() > i || amount.from() >= scene.sentence().to()) {
                break;
            }
            owner = other;
        }
        return owner;
    }

    private static int firstOfSentence(Scene scene) {
        int first = scene.index();
        while (first > 0
                && scene.page().amounts().get(first - 1).from()
                        >= scene.sentence().from()) {
            first--;
        }
        return first;
    }

    private static boolean isFirst(Scene scene) {
        return firstOfSentence(scene) == scene.index();
    }

    /** "this one is not on the house", "and no, not for free", "Not free of charge.", "it won't be gratis". */
    static boolean isDenied(Tokens tokens, int i) {
        int not = tokens.is(i - 1, Tag.BE) && !tokens.is(i - 1, Tag.NEGATION) ? i - 2 : i - 1;
        boolean said = tokens.isAny(not, Tag.BE, Tag.MODAL) || tokens.is(not - 1, Tag.BE) || !tokens.isWord(not - 1);
        boolean joined = tokens.is(not - 1, Tag.AND) && tokens.is(not, Tag.NEGATION);
        return ((said || joined) && tokens.is(not, Tag.NEGATION))
                || SeparatedRefusals.isPending(tokens, i)
                || new CliticRefusals(tokens).isDenied(i);
    }

    /** "our own charge", "administrative court", "their internal auditor", "Bright Limited (in administration)": no word about whether it is charged. */
    private static boolean isLabel(Tokens tokens, int i, int behind, Tag tag) {
        boolean insolvent = tokens.is(i - 1, Tag.PREPOSITION) && (tokens.isMark(i - 2, '(') || tokens.isName(i - 2));
        boolean other = tokens.isAny(behind, Tag.CHARGED, Tag.BILL, Tag.COURT) || tokens.is(i - 1, Tag.THEIR);
        return tag == Tag.INTERNAL && (other || insolvent);
    }

    /** "No charge.", "My mistake so don't charge it.": the next sentence of the line, where it means this amount. */
    private static boolean isTakenBack(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.sentence().to() + 1;
        if (from >= tokens.size() || tokens.isBreak(from - 1) || tokens.isBreak(from)) {
            return false;
        }
        var next = new Range(from, scene.layout().sentenceEnd(from));
        int said = tokens.find(next.from(), next.to(), Tag.NON_BILLABLE);
        return said >= 0
                && !tokens.isMark(next.to(), '?')
                && !tokens.is(from, Tag.ALL_OF_IT)
                && !isDenied(tokens, said)
                && !Gifts.isOfOthers(tokens, said)
                && !isOfOther(scene, from, said)
                && isMeant(scene, next, said);
    }

    /** Whether the sentence behind, which says at a token that something is not charged, says it of this amount. */
    private static boolean isMeant(Scene scene, Range next, int said) {
        int length = next.to() - next.from();
        Tokens tokens = scene.tokens();
        boolean pointed = isPointed(tokens, next.from())
                || tokens.has(said, next.to(), Tag.IT)
                || (tokens.is(said - 1, Tag.RESET_TO) && tokens.is(said - 2, Tag.IT))
                || isRemark(tokens, next, said)
                || new CliticRefusals(tokens).isOfLast(next.from(), said);
        boolean meant = length <= REMARK || (length <= EXPLANATION && pointed);
        return meant && hasNone(scene.index() + 1, next.to(), scene);
    }

    /** "It was ...", "That one is my own fault, so ...", "Mine are not ...", "Log it as a gift to Kim, ...". */
    private static boolean isPointed(Tokens tokens, int from) {
        boolean it = tokens.is(from, Tag.IT) && (tokens.is(from + 1, Tag.BE) || tokens.is(from + 2, Tag.BE));
        boolean mine = tokens.is(from, Tag.MINE) && tokens.is(from + 1, Tag.BE);
        return it || mine || (tokens.is(from, Tag.BILL) && tokens.is(from + 1, Tag.IT));
    }

    /** "Pro bono, so ...", "They are no client yet, so marketing, non-billable.": a remark of its own. */
    private static boolean isRemark(Tokens tokens, Range next, int said) {
        int behind = behind(tokens, said, Tag.NON_BILLABLE);
        boolean ends = behind >= next.to() || tokens.isMark(behind, ',');
        return ends && (said == next.from() || (behind >= next.to() && tokens.isMark(said - 1, ',')));
    }

    /** Whether no amount from the one of this index on begins before the token. */
    private static boolean hasNone(int index, int to, Scene scene) {
        return index >= scene.page().amounts().size()
                || scene.page().amounts().get(index).from() >= to;
    }

    /** "Train not chargeable." behind hours on slides: a journey or a meal that was not told of before. */
    private static boolean isOfOther(Scene scene, int from, int said) {
        return isNew(scene, from, said, Tag.TRAVEL)
                || isNew(scene, from, said, Tag.PAUSE)
                || isNew(scene, from, said, Tag.PERSONAL)
                || isOfExpense(scene, behind(scene.tokens(), said, Tag.NON_BILLABLE));
    }

    /** "Don't bill the parking.", "No charge for copies.": what costs money, and no time, unless the time was spent on it. */
    private static boolean isOfExpense(Scene scene, int behind) {
        Tokens tokens = scene.tokens();
        int lead = tokens.is(behind, Tag.MATTER_LEAD) ? behind + 1 : behind;
        int noun = tokens.isAny(lead, BEFORE_NOUN) ? lead + 1 : lead;
        boolean ends = !tokens.isWord(noun + 1) || tokens.isAny(noun + 1, Tag.AND, Tag.PREPOSITION, Tag.DATE_WORD);
        return ends && isExpense(tokens, noun) && !hasExpense(tokens, scene.sentence());
    }

    private static boolean hasExpense(Tokens tokens, Range sentence) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (isExpense(tokens, i) || tokens.is(i, Tag.PAUSE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpense(Tokens tokens, int i) {
        return tokens.workClasses(i).contains(EXPENSE);
    }

    private static boolean isNew(Scene scene, int from, int said, Tag tag) {
        return scene.tokens().has(from, said, tag) && !scene.tokens().has(scene.sentence(), tag);
    }
}
