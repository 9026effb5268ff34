package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
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
        if (tokens.has(before, Tag.ESTIMATE) || tokens.is(scene.amount().to(), Tag.ESTIMATE)) {
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
        boolean infinitive = false;
        for (int i = before.from(); i < before.to(); i++) {
            if (Predicates.isModal(tokens, i)) {
                return true;
            }
            infinitive |= isInfinitive(tokens, i);
        }
        return infinitive && !tokens.has(before, Tag.PAST);
    }

    /** "to spend": work that is still to be done, unless a verb before it says otherwise. */
    private static boolean isInfinitive(Tokens tokens, int i) {
        return tokens.is(i, Tag.TO)
                && tokens.isAny(i + 1, Tag.SPEND, Tag.WORK, Tag.TAKE)
                && !tokens.isAny(i + 1, Tag.GERUND, Tag.PLURAL_EVENT, Tag.PAST);
    }

    private static boolean hasNegation(Tokens tokens, Range before) {
        for (int i = before.from(); i < before.to(); i++) {
            boolean object = tokens.is(i - 1, Tag.PREPOSITION);
            if (tokens.is(i, Tag.NEGATION) && !object && !tokens.isAny(i, Tag.NON_BILLABLE, Tag.CORRECTION)) {
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
