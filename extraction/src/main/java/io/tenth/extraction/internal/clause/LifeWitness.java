package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;
import java.util.Set;

/** Looks for time that is nobody's work or no past work: personal, waiting, allowances, habits. */
final class LifeWitness implements Witness {

    private static final int BEHIND = 3;

    /** How far a word stands behind "in" or "at" where work was done: "sorting receipts in her garage". */
    private static final int PLACE = 2;

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
        if (isHabit(scene)) {
            seen.add(Evidence.HABIT);
        }
        if (scene.clauseHas(Tag.TO_DATE)) {
            seen.add(Evidence.RUNNING_TOTAL);
        }
    }

    /** Whether a word of habit stands beside the amount: "two hours a day" on three days is what it was on those. */
    private static boolean isHabit(Scene scene) {
        Range clause = scene.clause();
        Range amount = scene.amount().range();
        return scene.tokens().has(clause.from(), amount.from(), Tag.HABIT)
                || scene.tokens().has(amount.to(), clause.to(), Tag.HABIT);
    }

    /** Whether the clause is about it; or the sentence, where the clause itself names no work. */
    private static boolean isAbout(Scene scene, Tag tag) {
        if (hasWork(scene, scene.share())) {
            return has(scene, scene.share(), tag, true);
        }
        return has(scene, scene.clause(), tag, false)
                || (!hasWork(scene, scene.clause()) && isOnlyOne(scene) && scene.sentenceHas(tag));
    }

    /** Whether no other amount stands in the sentence, which may be the one that the word is about. */
    private static boolean isOnlyOne(Scene scene) {
        List<Amount> amounts = scene.page().amounts();
        int index = scene.index();
        boolean before =
                index > 0 && scene.sentence().covers(amounts.get(index - 1).from());
        boolean after = index + 1 < amounts.size()
                && scene.sentence().covers(amounts.get(index + 1).from());
        return !before && !after;
    }

    /** Whether a word of the role stands there: not as a part of a name. */
    private static boolean has(Scene scene, Range range, Tag tag, boolean besideWork) {
        Tokens tokens = scene.tokens();
        for (int i = range.from(); i < range.to(); i++) {
            boolean name = tokens.isCapitalised(i) && (isNamed(tokens, i - 1) || isNamed(tokens, i + 1));
            boolean place = besideWork && tokens.has(i - PLACE, i, Tag.PREPOSITION);
            if (tokens.is(i, tag) && !name && !place) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Tokens tokens, int i) {
        return tokens.isCapitalised(i) && !tokens.word(i).known();
    }

    private static boolean hasWork(Scene scene, Range range) {
        Tokens tokens = scene.tokens();
        for (int i = range.from(); i < range.to(); i++) {
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
