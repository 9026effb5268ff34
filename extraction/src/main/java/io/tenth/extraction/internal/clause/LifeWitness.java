package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks for time that is nobody's work or no past work: personal, waiting, allowances, habits. */
final class LifeWitness implements Witness {

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        if (isAbout(scene, Tag.PERSONAL)) {
            seen.add(Evidence.PERSONAL_TIME);
        }
        if (isAbout(scene, Tag.OUTAGE)) {
            seen.add(Evidence.OUTAGE_OR_WAITING);
        }
        if (scene.clauseHas(Tag.LIMIT) || isUsed(scene)) {
            seen.add(Evidence.ALLOWANCE_OR_BUDGET);
        }
        if (scene.clauseHas(Tag.HABIT) || scene.clauseHas(Tag.TO_DATE)) {
            seen.add(Evidence.GENERAL_OR_COMPARISON);
        }
    }

    /** Whether the clause is about it; or the sentence, where the clause itself names no work. */
    private static boolean isAbout(Scene scene, Tag tag) {
        return scene.clauseHas(tag) || (!scene.clauseHas(Tag.WORK) && scene.sentenceHas(tag));
    }

    /** "4 of the 10 hours". */
    private static boolean isUsed(Scene scene) {
        Tokens tokens = scene.tokens();
        int before = scene.amount().from() - 1;
        return tokens.is(before, Tag.THE) && tokens.is(before - 1, Tag.OF) && tokens.isNumber(before - 2);
    }
}
