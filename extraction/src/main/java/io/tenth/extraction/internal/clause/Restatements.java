package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.EnumSet;
import java.util.Set;

/** Tells what a figure that is said anew has from the figure before it: whose time it is, and of what. */
final class Restatements {

    /** How close to the new figure the words stand that lead to it. */
    private static final int NEAR = 4;

    /** What is true of the one figure of a thing as it is of the other. */
    private static final Set<Evidence> OF_THE_SAME = EnumSet.of(
            Evidence.SOMEBODY_ELSE,
            Evidence.SAID_BY_SOMEBODY,
            Evidence.NAME_BEFORE_VERB,
            Evidence.PERSONAL_TIME,
            Evidence.THING_NOT_WORK,
            Evidence.OUTAGE_OR_WAITING);

    /** What stands between two figures of which the second puts the first right, if no verb of its own leads to it. */
    private static final Tags BETWEEN_FIGURES =
            Tags.of(Tag.CORRECTION, Tag.NEGATION, Tag.ADVERB, Tag.REQUEST, Tag.OR, Tag.SO);

    private Restatements() {}

    /** "The plumber quoted two hours and it took five": a count without its unit is of whatever the figure before it is of. */
    static void sayAnew(Testimony first, Testimony second) {
        Tokens tokens = second.scene().tokens();
        Amount amount = second.scene().amount();
        boolean bare = amount.is(Amount.Kind.DURATION)
                && !tokens.has(amount.from(), amount.to(), Tag.HOUR)
                && !tokens.has(amount.from(), amount.to(), Tag.MINUTE);
        if (bare && tokens.has(Math.max(0, amount.from() - NEAR), amount.from(), Tag.IT)) {
            first.seen().stream().filter(OF_THE_SAME::contains).forEach(second.seen()::add);
        }
    }

    /** "The hearing runs two hours, no, three": behind a mark and the word alone, all that speaks against the one does against the other. */
    static boolean isOfOneVerb(Testimony old, Testimony current) {
        Tokens tokens = old.scene().tokens();
        int from = old.scene().amount().to();
        int to = current.scene().amount().from();
        boolean marked = false;
        int i = to - 1;
        while (i >= from && to - i <= 2 * NEAR && isBetween(tokens, i)) {
            marked = !tokens.isWord(i);
            i--;
        }
        boolean led = marked || i < from;
        return from < to && led && !tokens.isAny(i + 1, Tag.BE, Tag.MODAL, Tag.SAY);
    }

    /** Not "should read", which is a verb of its own. */
    private static boolean isBetween(Tokens tokens, int i) {
        boolean verb = tokens.is(i, Tag.BE) || tokens.isAny(i - 1, Tag.MODAL, Tag.HAVE);
        return !tokens.isWord(i) || (tokens.isAny(i, BETWEEN_FIGURES) && !verb);
    }
}
