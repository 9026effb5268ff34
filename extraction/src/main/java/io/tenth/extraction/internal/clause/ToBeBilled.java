package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.BillClause;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Recognises what is going to be charged, said in the passive: {@code they'll be billed three}, {@code only half a day is to be
 * charged}.
 */
final class ToBeBilled {

    private static final Tags BEFORE_A_FIGURE =
            Tags.of(Tag.LASTING, Tag.RESET_TO, Tag.ADVERB, Tag.APPROXIMATE, Tag.THE, Tag.ARTICLE);

    /** How many small words stand at most between the verb and its figure, and between the auxiliaries. */
    private static final int SMALL = 3;

    private ToBeBilled() {}

    /** Whether the clause says so of its amount: whoever pays is no matter, but that the author does not. */
    static boolean isSaid(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.amount().from();
        int verb = from - 1;
        while (verb > from - SMALL && tokens.isAny(verb, BEFORE_A_FIGURE)) {
            verb--;
        }
        boolean before = isPassive(tokens, verb) && !tokens.has(scene.clause().from(), verb, Tag.SELF);
        return before || isSaidBehind(tokens, scene.amount().to());
    }

    /** "half an hour is to be charged", "an hour will be billed", "two is what you invoice". */
    private static boolean isSaidBehind(Tokens tokens, int auxiliary) {
        if (BillClause.beginsAt(tokens, auxiliary)) {
            return true;
        }
        boolean leads = tokens.is(auxiliary, Tag.MODAL)
                || (tokens.is(auxiliary, Tag.BE)
                        && tokens.is(auxiliary, Tag.PRESENT)
                        && tokens.is(auxiliary + 1, Tag.TO));
        int verb = tokens.find(auxiliary, auxiliary + SMALL + 1, Tag.BILLED);
        return leads && verb >= 0 && isPassive(tokens, verb);
    }

    /** "will be billed", "is to be charged", "get invoiced for"; not "was billed", "has invoiced", "will not be billed". */
    private static boolean isPassive(Tokens tokens, int verb) {
        int be = tokens.is(verb - 1, Tag.ADVERB) ? verb - 2 : verb - 1;
        boolean participle = tokens.is(verb, Tag.BILLED) && tokens.is(verb, Tag.PAST);
        return participle
                && (isToBe(tokens, be) || isGotFor(tokens, be, verb))
                && !tokens.has(be - SMALL, verb, Tag.NEGATION);
    }

    private static boolean isToBe(Tokens tokens, int be) {
        boolean meant = tokens.is(be - 1, Tag.TO) && tokens.is(be - 2, Tag.BE) && tokens.is(be - 2, Tag.PRESENT);
        return tokens.is(be, Tag.BE) && (meant || tokens.is(be - 1, Tag.MODAL));
    }

    private static boolean isGotFor(Tokens tokens, int get, int verb) {
        return tokens.is(get, Tag.FINITE) && !tokens.isAny(get, Tag.HAVE, Tag.BE) && tokens.is(verb + 1, Tag.LASTING);
    }
}
