package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/**
 * Looks whether an entry is taken back: {@code delete my 2.0 from Monday}, {@code reversal of 1.5}, {@code (1.5) entered in
 * error}. The amount is the object of the verb, with no thing between them: {@code remove old wiring 2.5} is work.
 */
final class WithdrawalWitness implements Witness {

    private static final int FARTHEST = 6;
    private static final int BEHIND = 24;
    private static final int NEAR = 3;
    private static final Tags SMALL = Tags.of(
            Tag.THE,
            Tag.MINE,
            Tag.OF,
            Tag.REPORT,
            Tag.DATE_WORD,
            Tag.POSSESSIVE,
            Tag.ADVERB,
            Tag.APPROXIMATE,
            Tag.OTHER,
            Tag.FROM,
            Tag.REQUEST);

    /** What stands before a verb that begins an order of its own. */
    private static final Tags OPENING = Tags.of(Tag.REQUEST, Tag.SO, Tag.AND, Tag.NEGATION, Tag.ADVERB, Tag.HYPHEN);

    private static final Tags AFTER_IT = Tags.of(Tag.REQUEST, Tag.AND, Tag.OR, Tag.BACK_OUT, Tag.WHOLE, Tag.TOTAL);

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        if (isTakenBack(scene) || isSaidOfIt(scene) || isCarriedOff(scene) || isError(scene) || isTakenOut(scene)) {
            seen.add(Evidence.WITHDRAWN);
        }
    }

    private static boolean isTakenBack(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        for (int i = amount.from() - 1; i >= Math.max(scene.sentence().from(), amount.from() - FARTHEST); i--) {
            if (tokens.is(i, Tag.WITHDRAWAL)) {
                return !(tokens.is(i, Tag.FINISH) && amount.attributive());
            }
            if (!isSmall(scene, i)) {
                break;
            }
        }
        return isVerbBehind(scene);
    }

    private static boolean isSmall(Scene scene, int i) {
        Tokens tokens = scene.tokens();
        boolean mark = tokens.isOneOf(i, "('-\u2019") || tokens.isBreak(i);
        return mark || tokens.isAny(i, SMALL) || scene.page().dates().covering(i) != null;
    }

    /** "die 1,5 Stunden vom Montag bitte löschen", "the 2.0 for Beltane should come out": pointed at, and the verb behind. */
    private static boolean isVerbBehind(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        boolean pointed = tokens.isAny(amount.from() - 1, Tag.THE, Tag.MINE);
        int to = Math.min(end(scene), amount.to() + BEHIND);
        int verb = tokens.find(amount.to(), to, Tag.WITHDRAWAL);
        boolean asked = tokens.has(scene.sentence().from(), Math.max(verb, 0), Tag.REQUEST)
                || tokens.has(amount.to(), verb, Tag.MODAL);
        return pointed && verb >= 0 && asked;
    }

    /** "die zwei Stunden Anfahrt habe ich aus der Rechnung genommen", "nehme ich aus der Rechnung", "van de factuur gehaald". */
    private static boolean isTakenOut(Scene scene) {
        Tokens tokens = scene.tokens();
        int to = Math.min(end(scene), scene.amount().to() + BEHIND);
        for (int i = scene.amount().to() + 2; i < to; i++) {
            boolean out = tokens.is(i, Tag.ACCOUNT) && tokens.is(i - 1, Tag.THE) && tokens.is(i - 2, Tag.OF);
            if (out && (tokens.is(i + 1, Tag.TAKE_BACK) || tokens.has(i - FARTHEST, i - 2, Tag.TAKE_BACK))) {
                return true;
            }
        }
        return false;
    }

    /** "the 1.5 I gave you: strike it", "four hours are down for today. Please take that out": of what was just said. */
    private static boolean isSaidOfIt(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.amount().to();
        int next = scene.index() + 1;
        boolean more = next < scene.page().amounts().size();
        int last = more ? scene.page().amounts().get(next).from() : tokens.size();
        int end = Math.min(last, scene.layout().sentenceEnd(scene.sentence().to() + 1));
        for (int i = from; i + 1 < Math.min(end, from + BEHIND); i++) {
            if (opensOrder(tokens, i) && takesItBack(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensOrder(Tokens tokens, int i) {
        return !tokens.isWord(i - 1) || tokens.isAny(i - 1, OPENING);
    }

    /** "strike it", "delete that last one", "remove that entry"; not "remove that wall", and not "ignore the 0.75". */
    private static boolean takesItBack(Tokens tokens, int verb) {
        int behind = behindIt(tokens, verb);
        boolean it = tokens.isAny(verb + 1, Tag.IT, Tag.OTHER) && !tokens.isNumber(behind);
        boolean alone = !tokens.isWord(behind) || tokens.isAny(behind, AFTER_IT);
        boolean ends = !tokens.isWord(behind + 1) || tokens.isAny(behind + 1, AFTER_IT);
        boolean away = tokens.is(verb, Tag.TAKE_BACK) && tokens.is(behind, Tag.BACK_OUT) && ends;
        return it && (away || (alone && tokens.is(verb, Tag.WITHDRAWAL)));
    }

    /** "that last one", "that time entry"; not "reversed that entry", which a bookkeeper did. */
    private static int behindIt(Tokens tokens, int verb) {
        int i = verb + 2;
        while (tokens.isAny(i, Tag.LAST, Tag.NUMBER) || (!tokens.is(verb, Tag.PAST) && isEntry(tokens, i))) {
            i++;
        }
        return i;
    }

    private static boolean isEntry(Tokens tokens, int i) {
        return tokens.is(i, Tag.REPORT) && !tokens.is(i, Tag.ACCOUNT);
    }

    /** "take the 1.2 on the survey back out": a verb that needs the word behind. */
    private static boolean isCarriedOff(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.amount().from();
        int verb = tokens.isAny(from - 1, Tag.THE, Tag.MINE) ? from - 2 : -1;
        return tokens.is(verb, Tag.TAKE_BACK)
                && !tokens.has(scene.sentence().from(), verb, Tag.SELF)
                && tokens.has(scene.amount().to(), end(scene), Tag.BACK_OUT);
    }

    /** "was entered by mistake"; not "rebuilt the index that was deleted by mistake". */
    private static boolean isError(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.amount().to();
        int error = tokens.find(from, Math.min(end(scene), from + BEHIND), Tag.IN_ERROR);
        return error >= 0 && tokens.has(Math.max(from, error - NEAR), error + NEAR + 1, Tag.BOOKED);
    }

    /** Up to the next amount of the sentence. */
    private static int end(Scene scene) {
        int next = scene.index() + 1;
        boolean more = next < scene.page().amounts().size();
        return Math.min(
                scene.sentence().to(),
                more
                        ? scene.page().amounts().get(next).from()
                        : scene.sentence().to());
    }
}
