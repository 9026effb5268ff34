package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;

/**
 * Finds that the time itself is given away by where it stands: {@code the refactoring (three hours) is a gift}, {@code don't put
 * down the 25 minutes with Kim}.
 *
 * <p>"Free" is said of so much else ({@code parking is free}, {@code I am free at three}) that it counts only as what the amount is
 * called or is said to be.
 */
final class Gifts {

    private static final int NEAR = 4;

    private static final Tags BEFORE_AN_AMOUNT = Tags.of(
            Tag.THE, Tag.MINE, Tag.IT, Tag.PREPOSITION, Tag.LASTING, Tag.UNCOUNTED, Tag.AWAY, Tag.OTHER, Tag.ME);
    private static final Tags BEFORE_A_CHARGE =
            Tags.of(Tag.SELF, Tag.MODAL, Tag.TO, Tag.ADVERB, Tag.BE, Tag.OTHER, Tag.NEGATION);
    private static final Tags BEHIND_A_GIFT = Tags.of(Tag.SUBORDINATOR, Tag.REQUEST);
    private static final Tags SUBJECT = Tags.of(Tag.OTHER, Tag.ROLE);
    private static final Tags NO_SUBJECT = Tags.of(Tag.SELF, Tag.BE, Tag.MODAL, Tag.REQUEST, Tag.MINE, Tag.ME);

    private final Tokens tokens;

    Gifts(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean isGiven(Scene scene) {
        return isCalledFree(scene) || isSaidToBeFree(scene) || isElided(scene) || isRefusedBefore(scene);
    }

    /** "they waive the covenant", "nobody had ever written off the trucks"; but "you can waive it". */
    static boolean isOfOthers(Tokens tokens, int said) {
        boolean verb = tokens.isAny(said, Tag.WRITE_OFF, Tag.PAST);
        for (int i = said - 1; verb && i >= said - NEAR; i--) {
            if (!tokens.isWord(i) || tokens.isAny(i, NO_SUBJECT)) {
                return false;
            }
            if (tokens.isAny(i, SUBJECT)) {
                return true;
            }
        }
        return false;
    }

    /** "30 mins, free, because I keyed them wrong", "(three hours) is a gift"; but "2 hours, free parking". */
    private boolean isCalledFree(Scene scene) {
        int to = Math.min(scene.sentence().to(), scene.amount().to() + 2 * NEAR);
        boolean near = true;
        for (int i = scene.amount().to(); i < to && !isOther(scene, i); i++) {
            boolean parted = tokens.isOneOf(i - 1, ",(;") || (tokens.isMark(i - 1, '-') && !tokens.touchesPrevious(i));
            boolean led = parted || (near && tokens.is(i - 1, Tag.BE));
            if (led && isFree(i, scene.sentence().to(), near)) {
                return true;
            }
            near &= !tokens.isWord(i) || tokens.is(i, Tag.BE);
        }
        return false;
    }

    /** "the half hour tasting sauces was my own greed and is free"; but "two hours there, and the parking was free". */
    private boolean isSaidToBeFree(Scene scene) {
        int end = scene.sentence().to();
        for (int i = scene.amount().to(); isSubject(scene) && i < end && !isOther(scene, i); i++) {
            if (isGivenBy(i, end)) {
                return true;
            }
            boolean and = tokens.is(i, Tag.AND) && !tokens.is(i + 1, Tag.BE);
            if (and || tokens.isOneOf(i, ",;(:") || tokens.is(i, Tag.CONDITION)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the verb gives away what is its subject: "is free", "come off". */
    private boolean isGivenBy(int verb, int end) {
        boolean off = tokens.is(verb, Tag.WITHDRAWAL) && tokens.is(verb + 1, Tag.AWAY) && isEnd(verb + 2, end);
        int called = tokens.is(verb + 1, Tag.ADVERB) ? verb + 2 : verb + 1;
        return off || (tokens.is(verb, Tag.BE) && isFree(called, end, true));
    }

    /** Whether the sentence begins with the amount as something known: "the half hour", "Friday's two hours". */
    private boolean isSubject(Scene scene) {
        int from = scene.sentence().from();
        int first = scene.amount().from();
        return first - from <= NEAR
                && tokens.isAny(first - 1, Tag.THE, Tag.MINE, Tag.POSSESSIVE, Tag.PERIOD)
                && !tokens.has(from, first, Tag.FINITE);
    }

    /** "free" or "a gift"; away from the amount only as the last word of the sentence: not "free, frank talk", "free-range". */
    private boolean isFree(int i, int end, boolean near) {
        int behind = i;
        while (behind < end && tokens.is(behind, Tag.FREE)) {
            behind++;
        }
        boolean last = near ? isEnd(behind, end) && !tokens.isTouching(behind, '-') : behind >= end;
        return behind > i && last;
    }

    private boolean isEnd(int i, int end) {
        return i >= end || !tokens.isWord(i) || tokens.isAny(i, BEHIND_A_GIFT);
    }

    /** Whether another amount stands there. */
    private static boolean isOther(Scene scene, int i) {
        List<Amount> amounts = scene.page().amounts();
        return scene.index() + 1 < amounts.size()
                && amounts.get(scene.index() + 1).from() <= i;
    }

    /** "that goes on the invoice. The half hour does not.", "I bill the reading; twenty minutes of chat, naturally not". */
    private boolean isElided(Scene scene) {
        Range sentence = scene.sentence();
        for (int i = scene.amount().to(); i < sentence.to(); i++) {
            boolean last = tokens.is(i, Tag.NEGATION) && (i + 1 >= sentence.to() || !tokens.isWord(i + 1));
            if (last && isElision(scene, i) && Charge.isSaidOf(scene, i, i + 1)) {
                int before = Math.max(0, sentence.from() - 2);
                return isCharged(scene.layout().sentenceStart(before), i);
            }
        }
        return false;
    }

    private boolean isElision(Scene scene, int not) {
        int lead = tokens.is(not - 1, Tag.ADVERB) ? not - 2 : not - 1;
        boolean does = tokens.isAny(not - 1, Tag.PRESENT, Tag.BE) || tokens.isAny(not, Tag.PRESENT, Tag.BE);
        return tokens.isMark(lead, ',') || (does && isSubject(scene));
    }

    /** Whether it is said in the range that something is charged, and not of which invoice the work was. */
    private boolean isCharged(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean billed = tokens.is(i, Tag.BILLED) || (isCharge(i) && tokens.isAny(i - 1, BEFORE_A_CHARGE));
            if (billed || (tokens.is(i, Tag.ACCOUNT) && tokens.is(i - 2, Tag.PREPOSITION))) {
                return !tokens.is(i - 1, Tag.NEGATION);
            }
        }
        return false;
    }

    /** "don't put down the 25 minutes with Kim", "none of the three hours goes on the bill"; but "don't bill the hour to Kim". */
    private boolean isRefusedBefore(Scene scene) {
        int verb = scene.amount().from() - 1;
        if (!tokens.isAny(verb, Tag.THE, Tag.MINE)) {
            return false;
        }
        while (tokens.isAny(verb, BEFORE_AN_AMOUNT) && !tokens.is(verb, Tag.NEGATION)) {
            verb--;
        }
        if (tokens.is(verb, Tag.NEGATION)) {
            return tokens.is(verb + 1, Tag.OF) && isOnBill(scene);
        }
        return isDenied(verb, scene.sentence().from()) && !isPlaced(verb, scene) && isDone(scene);
    }

    /** Whether the verb is one of charging that is denied: not "have not billed", which will be. */
    private boolean isDenied(int verb, int from) {
        int not = tokens.is(verb - 1, Tag.BE) ? verb - 2 : verb - 1;
        boolean denied = isCharge(verb) && not >= from && tokens.is(not, Tag.NEGATION);
        return denied && !tokens.isAny(not, Tag.HAVE, Tag.NON_BILLABLE) && !tokens.is(not - 1, Tag.HAVE);
    }

    /** "don't put the hour under travel": it is only put elsewhere. */
    private boolean isPlaced(int verb, Scene scene) {
        return tokens.is(verb, Tag.SPEND) && !tokens.is(verb + 1, Tag.UNCOUNTED) && !isOnBill(scene);
    }

    /** Whether the amount is not put elsewhere or charged later. */
    private boolean isDone(Scene scene) {
        int from = scene.amount().to();
        int to = scene.sentence().to();
        boolean elsewhere = tokens.is(from, Tag.TO) || tokens.has(from, to, Tag.UNTIL);
        for (int i = from; !elsewhere && i < to; i++) {
            elsewhere = tokens.is(i, Tag.SUPERSEDING) || isCharge(i);
        }
        return !elsewhere && !tokens.is(to - 1, Tag.ADVERB);
    }

    /** "goes on the Brackett bill" behind the amount, before anything else is said. */
    private boolean isOnBill(Scene scene) {
        for (int i = scene.amount().to(); i < scene.sentence().to() && !tokens.is(i, Tag.AND); i++) {
            if (tokens.isOneOf(i, ",;:(")) {
                return false;
            }
            if (tokens.is(i, Tag.ACCOUNT)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCharge(int i) {
        return tokens.is(i, Tag.CHARGED) && tokens.is(i, Tag.BILL);
    }
}
