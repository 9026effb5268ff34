package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.model.Features.Spelling;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/**
 * The words around the share of an amount that may say what its work was: the rest of the sentence, where the amount stands
 * in a clause that says no more than "which took two hours", and the subject. They tell less than the words of the share.
 */
final class WorkNearby {

    private static final int MOST = 24;
    private static final int LONGEST_SUBJECT = 20;

    private final Scene scene;
    private final Spelling spelling;

    WorkNearby(Scene scene, Spelling spelling) {
        this.scene = scene;
        this.spelling = spelling;
    }

    void spell() {
        Tokens subject = scene.page().subject();
        spell(WorkKind.AROUND, scene.tokens(), scene.sentence());
        spell(WorkKind.SUBJECT, subject, new Range(0, Math.min(subject.size(), LONGEST_SUBJECT)));
    }

    private void spell(String sign, Tokens tokens, Range range) {
        int first = -1;
        int words = 0;
        for (int i = range.from(); i < range.to() && words < MOST; i++) {
            if (isTelling(tokens, i)) {
                words++;
                word(sign, tokens, i);
                first = first < 0 && tokens.is(i, Tag.WORK) ? i : first;
            }
        }
        kind(sign + "kind ", first < 0 ? "none" : WorkKind.of(tokens, first).name());
    }

    private void word(String sign, Tokens tokens, int i) {
        WorkWords.stem(sign, tokens, i, spelling);
        tokens.workClasses(i).forEach(name -> kind(sign + "class ", name));
        if (tokens.is(i, Tag.WORK)) {
            kind(sign + "has ", WorkKind.of(tokens, i).name());
        }
    }

    private void kind(String sign, String name) {
        spelling.put(WorkKind.FEATURE).put(sign).put(name).end();
    }

    private boolean isTelling(Tokens tokens, int i) {
        return tokens.isWord(i) && isOutside(tokens, i) && !isName(tokens, i) && !WorkWords.isSmall(tokens, i);
    }

    /** Whether it is no word of the share, of the amount or of a day. */
    private boolean isOutside(Tokens tokens, int i) {
        return tokens != scene.tokens()
                || (!scene.share().covers(i)
                        && !scene.amount().range().covers(i)
                        && scene.page().dates().covering(i) == null);
    }

    private static boolean isName(Tokens tokens, int i) {
        return tokens.isName(i) && !tokens.language().has(Habit.CAPITAL_NOUNS);
    }
}
