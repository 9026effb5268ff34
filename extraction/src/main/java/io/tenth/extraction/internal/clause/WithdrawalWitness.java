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

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        if (isTakenBack(scene) || isError(scene)) {
            seen.add(Evidence.WITHDRAWN);
        }
    }

    private static boolean isTakenBack(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        for (int i = amount.from() - 1; i >= Math.max(scene.sentence().from(), amount.from() - FARTHEST); i--) {
            if (tokens.is(i, Tag.WITHDRAWAL)) {
                return true;
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
