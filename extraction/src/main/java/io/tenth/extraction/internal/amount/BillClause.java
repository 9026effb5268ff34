package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/** A clause that says that a figure before it is charged: {@code two is what you invoice}, {@code so eight is what the bill should say}. */
public final class BillClause {

    static final Tags NO_CHARGE = Tags.of(Tag.NEGATION, Tag.HABIT, Tag.CONDITION);

    /** How many words it has at most. */
    private static final int LONGEST = 7;

    private BillClause() {}

    /**
     * Whether one begins with "is what" at token {@code be}: "what to put on it", "what goes on the bill"; not "what I never bill".
     *
     * @param be the token behind the figure
     */
    public static boolean beginsAt(Tokens tokens, int be) {
        int from = be + 1;
        boolean what = tokens.is(be, Tag.BE) && tokens.is(from, Tag.RELATIVE);
        for (int i = from; what && i < from + LONGEST && isInside(tokens, i); i++) {
            if (tokens.isAny(i, NO_CHARGE)) {
                return false;
            }
            if (tokens.isAny(i, Tag.ACCOUNT, Tag.CHARGED)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(Tokens tokens, int i) {
        return tokens.isWord(i) || tokens.is(i, Tag.POSSESSIVE);
    }
}
