package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.locale.Language.Habit;
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
        if (!scene.isToldBehind()) {
            mood(scene, before, seen);
        }
        if (tokens.language().has(Habit.VERB_LAST) && tokens.has(scene.clause(), Tag.MODAL)) {
            seen.add(Evidence.MODAL_VERB);
        }
        if (tokens.has(sinceOtherVerb(scene, before), Tag.ESTIMATE)
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

    /** What holds of an amount with a verb of its own: "quoted at four hours, took 5.5" estimates the four. */
    private static Range sinceOtherVerb(Scene scene, Range before) {
        Tokens tokens = scene.tokens();
        for (int i = scene.amount().from() - 1; i >= Math.max(scene.share().from(), before.from()); i--) {
            if (tokens.is(i, Tag.TAKE) && !tokens.isAny(i, Tag.PRESENT, Tag.MODAL)) {
                return new Range(Math.max(scene.share().from(), before.from()), before.to());
            }
        }
        return before;
    }

    private static void mood(Scene scene, Range before, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        for (int i = before.from(); i < before.to(); i++) {
            if (Predicates.isModal(tokens, i)) {
                seen.add(Evidence.MODAL_VERB);
            }
            if (isInfinitive(tokens, i) && !tokens.has(before, Tag.PAST)) {
                seen.add(Evidence.STILL_TO_DO);
            }
        }
    }

    /** "to spend": work that is still to be done, unless a verb before it says otherwise. */
    private static boolean isInfinitive(Tokens tokens, int i) {
        return tokens.is(i, Tag.TO)
                && !tokens.language().has(Habit.BARE_INFINITIVE)
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

    /** "I was in court for an hour, adjourned to 12 December": behind a comma the day is of something else. */
    private static boolean isAside(Scene scene, int day) {
        for (int i = scene.amount().to(); i < day; i++) {
            if (scene.tokens().isMark(i, ',') && scene.predicate().hasVerb()) {
                return true;
            }
        }
        return false;
    }

    private static void days(Scene scene, Set<Evidence> seen) {
        boolean past = false;
        for (DateMention day : scene.datesIn(scene.clause())) {
            if (day.future() && !isAside(scene, day.from())) {
                seen.add(Evidence.DAY_TO_COME);
            }
            past |= !day.future();
        }
        if (past) {
            seen.add(Evidence.PAST_DAY_NAMED);
        }
    }
}
