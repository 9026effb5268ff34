package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks at whether it happened: tense and mood, negation, condition, question, estimate, a day to come. */
final class FactWitness implements Witness {

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        Range before = new Range(scene.clause().from(), scene.amount().from());
        if (hasMood(scene, before)) {
            seen.add(Evidence.FUTURE_OR_HYPOTHETICAL);
        }
        if (tokens.has(before.from(), before.to(), Tag.ESTIMATE)
                || tokens.is(scene.amount().to(), Tag.ESTIMATE)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        }
        if (hasNegation(tokens, before)) {
            seen.add(Evidence.NOT_DONE);
        }
        if (tokens.has(scene.sentence().from(), scene.amount().from(), Tag.CONDITION)) {
            seen.add(Evidence.CONDITIONAL);
        }
        if (tokens.isMark(scene.sentence().to(), '?')) {
            seen.add(Evidence.QUESTION);
        }
        days(scene, seen);
    }

    private static boolean hasMood(Scene scene, Range before) {
        Tokens tokens = scene.tokens();
        if (tokens.has(before.from(), before.to(), Tag.MODAL)) {
            return true;
        }
        boolean infinitive = false;
        for (int i = before.from(); i < before.to(); i++) {
            infinitive |= tokens.is(i, Tag.TO)
                    && tokens.isAny(i + 1, Tag.SPEND, Tag.WORK, Tag.TAKE)
                    && !tokens.is(i + 1, Tag.GERUND)
                    && !tokens.is(i + 1, Tag.PLURAL_EVENT);
        }
        return infinitive && !tokens.has(before.from(), before.to(), Tag.PAST);
    }

    private static boolean hasNegation(Tokens tokens, Range before) {
        for (int i = before.from(); i < before.to(); i++) {
            if (tokens.is(i, Tag.NEGATION) && !tokens.is(i, Tag.NON_BILLABLE) && !tokens.is(i, Tag.CORRECTION)) {
                return true;
            }
        }
        return false;
    }

    private static void days(Scene scene, Set<Evidence> seen) {
        boolean past = false;
        for (DateMention day : scene.datesIn(scene.clause())) {
            if (day.future()) {
                seen.add(Evidence.FUTURE_OR_HYPOTHETICAL);
            }
            past |= !day.future();
        }
        if (past) {
            seen.add(Evidence.PAST_DAY_NAMED);
        }
    }
}
