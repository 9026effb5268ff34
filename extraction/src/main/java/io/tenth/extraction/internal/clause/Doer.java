package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/** Tells whether the doer of a passive stands right before an amount, and is not the author: {@code drafted by Dan, two hours}. */
final class Doer {

    private static final Tags DEEDS = Tags.of(Tag.DRAFTING, Tag.REVIEW, Tag.RESEARCH, Tag.FINISH);

    private Doer() {}

    /**
     * "drafted by Dan, two hours", "was handled by our contractor in three hours", "von Dan entworfen, zwei Stunden". Where more work
     * stands before what was done, the time may be of that: "review of the lease drafted by Dan, two hours".
     */
    static boolean isAnother(Scene scene) {
        Tokens tokens = scene.tokens();
        int last = last(scene);
        boolean closes = tokens.language().has(Habit.VERB_LAST) && isDone(tokens, last);
        int to = closes ? last : last + 1;
        int from = to;
        while (isPerson(tokens, from - 1)) {
            from--;
        }
        int by = tokens.isAny(from - 1, Tag.THE, Tag.THEIR, Tag.MINE) ? from - 2 : from - 1;
        int done = closes ? last : by - 1;
        return from < to
                && tokens.is(by, Tag.BY)
                && isAllThatWasDone(scene, done, Math.min(by, done))
                && !new Author(scene.page()).is(new Range(from, to));
    }

    private static boolean isAllThatWasDone(Scene scene, int done, int first) {
        Tokens tokens = scene.tokens();
        boolean subject = tokens.is(done - 1, Tag.BE);
        return isDone(tokens, done)
                && !scene.clauseHas(Tag.SELF)
                && (subject || !tokens.has(scene.share().from(), first - 1, Tag.WORK));
    }

    /** The last word before the amount and the marks and the preposition that lead to it. */
    private static int last(Scene scene) {
        Tokens tokens = scene.tokens();
        int i = scene.amount().from() - 1;
        while (i > scene.share().from() && (!tokens.isWord(i) || tokens.is(i, Tag.PREPOSITION)) && !tokens.isBreak(i)) {
            i--;
        }
        return i;
    }

    /** What takes the doer's time; whoever asked, chaired or filed may have taken the author's. */
    private static boolean isDone(Tokens tokens, int i) {
        return tokens.isAny(i, Tag.PAST, Tag.FINISH) && tokens.isAny(i, DEEDS);
    }

    private static boolean isPerson(Tokens tokens, int i) {
        return tokens.isName(i) || tokens.isAny(i, Tag.ROLE, Tag.TITLE);
    }
}
