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
                || (tag == Tag.NON_BILLABLE && (isTakenBack(scene) || new Refusals(scene.tokens()).isRefused(scene)));
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
                if (isSaidOf(scene, i, behind) && !isLabel(scene.tokens(), behind, tag)) {
                    return true;
                }
                i = behind - 1;
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
        boolean ahead =
                tokens.is(behind, Tag.MATTER_LEAD) && tokens.is(behind + 1, Tag.THE) && tokens.isWord(behind + 2);
        if (ahead) {
            return i < scene.amount().from() && scene.clause().covers(i);
        }
        if (scene.share().covers(i)) {
            return true;
        }
        int owner = ownerOf(scene, i);
        return owner < 0 ? scene.clause().covers(i) || isFirst(scene) : owner == scene.index();
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

    /** "our own charge": no word about whether it is charged. */
    private static boolean isLabel(Tokens tokens, int behind, Tag tag) {
        return tag == Tag.INTERNAL && tokens.isAny(behind, Tag.CHARGED, Tag.BILL);
    }

    /** "No charge.", "My mistake so don't charge it.": the next sentence of the line, where it names no amount but means this one. */
    private static boolean isTakenBack(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.sentence().to() + 1;
        if (from >= tokens.size() || tokens.isBreak(from - 1) || tokens.isBreak(from)) {
            return false;
        }
        int to = scene.layout().sentenceEnd(from);
        int next = scene.index() + 1;
        boolean last = next >= scene.page().amounts().size()
                || scene.page().amounts().get(next).from() >= to;
        int said = tokens.find(from, to, Tag.NON_BILLABLE);
        boolean meant = to - from <= REMARK || (to - from <= EXPLANATION && tokens.has(said, to, Tag.IT));
        return last && said >= 0 && meant;
    }
}
