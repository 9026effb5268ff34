package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks for time that is nobody's work or no past work: personal, waiting, allowances, habits. */
final class LifeWitness implements Witness {

    private static final int BEHIND = 3;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        if (isAbout(scene, Tag.PERSONAL)) {
            seen.add(Evidence.PERSONAL_TIME);
        }
        if (isAbout(scene, Tag.OUTAGE)) {
            seen.add(Evidence.OUTAGE_OR_WAITING);
        }
        if (isLimited(scene) || isUsed(scene)) {
            seen.add(Evidence.ALLOWANCE_OR_BUDGET);
        }
        if (scene.sentenceHas(Tag.COMPARISON)) {
            seen.add(Evidence.TOLD_FOR_COMPARISON);
        }
        if (scene.clauseHas(Tag.HABIT) || scene.clauseHas(Tag.TO_DATE)) {
            seen.add(Evidence.GENERAL_OR_COMPARISON);
        }
    }

    /** Whether the clause is about it; or the sentence, where the clause itself names no work. */
    private static boolean isAbout(Scene scene, Tag tag) {
        return scene.clauseHas(tag) || (!hasWork(scene) && scene.sentenceHas(tag));
    }

    private static boolean hasWork(Scene scene) {
        Tokens tokens = scene.tokens();
        for (int i = scene.clause().from(); i < scene.clause().to(); i++) {
            if (tokens.is(i, Tag.WORK) && !tokens.is(i, Tag.TRAVEL)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a limit leads the amount; not one that the work was about: "reviewed the budget", "budget meeting". */
    private static boolean isLimited(Scene scene) {
        Tokens tokens = scene.tokens();
        for (int i = scene.clause().from();
                i < scene.amount().to() + BEHIND && i < scene.clause().to();
                i++) {
            if (tokens.is(i, Tag.LIMIT) && !isObject(scene, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isObject(Scene scene, int limit) {
        Tokens tokens = scene.tokens();
        boolean worked = tokens.has(limit - BEHIND, limit, Tag.WORK) || tokens.is(limit + 1, Tag.WORK);
        boolean behind = limit > scene.amount().from() && tokens.is(limit - 1, Tag.THE);
        return worked || (behind && tokens.is(limit - 2, Tag.PREPOSITION));
    }

    /** "4 of the 10 hours". */
    private static boolean isUsed(Scene scene) {
        Tokens tokens = scene.tokens();
        int before = scene.amount().from() - 1;
        return tokens.is(before, Tag.THE) && tokens.is(before - 1, Tag.OF) && tokens.isNumber(before - 2);
    }
}
