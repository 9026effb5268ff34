package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
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
        if (tokens.has(statementStart(scene), scene.amount().from(), Tag.CONDITION)) {
            seen.add(Evidence.CONDITIONAL);
        }
        if (tokens.isMark(scene.sentence().to(), '?') && !isAskedBehind(scene)) {
            seen.add(Evidence.QUESTION);
        }
        days(scene, seen);
    }

    /** Where the statement begins that holds the amount: a condition before a semicolon is of another one. */
    private static int statementStart(Scene scene) {
        int from = scene.amount().from();
        while (from > scene.sentence().from() && !scene.tokens().isMark(from - 1, ';')) {
            from--;
        }
        return from;
    }

    /** "I spent two hours on it, can you check?": the question begins behind what is stated. */
    private static boolean isAskedBehind(Scene scene) {
        Tokens tokens = scene.tokens();
        if (isAskedFirst(scene)) {
            return false;
        }
        for (int i = scene.amount().to() + 1; i < scene.sentence().to(); i++) {
            boolean joint = tokens.isOneOf(i - 1, ",;-") || tokens.isAny(i - 1, Tag.HYPHEN, Tag.AND);
            if (joint && (tokens.is(i, Tag.REQUEST) || isInverted(tokens, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAskedFirst(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = statementStart(scene);
        return tokens.is(from, Tag.REQUEST)
                || isInverted(tokens, from)
                || isInverted(tokens, scene.clause().from())
                || !scene.predicate().hasVerb();
    }

    /** "did I", "is it", "do you": a verb before its subject. */
    private static boolean isInverted(Tokens tokens, int i) {
        return tokens.isAny(i, Tag.MODAL, Tag.BE, Tag.HAVE, Tag.FINITE)
                && !tokens.is(i, Tag.SELF)
                && tokens.isAny(i + 1, Tag.SELF, Tag.OTHER, Tag.IT);
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

    /** "Not reached, so two hours on the lease": behind a comma and a word that goes on, a refusal holds no longer. */
    private static int behindRefusal(Tokens tokens, Range before) {
        int last = before.to() - 1;
        while (last >= before.from() && tokens.isAny(last, Tag.APPROXIMATE, Tag.ADVERB, Tag.SO, Tag.AND)) {
            last--;
        }
        boolean goesOn = last < before.to() - 1 && tokens.isMark(last, ',');
        return goesOn ? last + 1 : before.from();
    }

    private static boolean hasNegation(Tokens tokens, Range before) {
        for (int i = behindRefusal(tokens, before); i < before.to(); i++) {
            boolean object = tokens.is(i - 1, Tag.PREPOSITION);
            if (tokens.is(i, Tag.NEGATION)
                    && !object
                    && !isNumbered(tokens, i)
                    && !tokens.phrase(i).has(Tag.APPROXIMATE)
                    && !tokens.isAny(i, Tag.NON_BILLABLE, Tag.CORRECTION)) {
                return true;
            }
        }
        return false;
    }

    /** "order No. 3", "claim no 6". */
    private static boolean isNumbered(Tokens tokens, int no) {
        int number = tokens.isMark(no + 1, '.') ? no + 2 : no + 1;
        return tokens.is(no, Tag.REFERENCE) && tokens.isNumber(number);
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

    /** "I have a call from 2 to 3 today", "this week we will": of the day that it is, more may be to come than has been. */
    private static boolean isStillToday(Scene scene, DateMention day, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        int verb = scene.predicate().verb();
        boolean present = scene.amount().is(Kind.CLOCK)
                && tokens.isAny(verb, Tag.PRESENT, Tag.HAVE)
                && !tokens.is(verb, Tag.PAST);
        return tokens.has(day.from(), day.to(), Tag.TODAY) && (present || seen.contains(Evidence.MODAL_VERB));
    }

    private static void days(Scene scene, Set<Evidence> seen) {
        boolean past = false;
        for (DateMention day : scene.datesIn(scene.clause())) {
            if (day.future() && !isAside(scene, day.from())) {
                seen.add(Evidence.DAY_TO_COME);
            }
            past |= !day.future() && !isStillToday(scene, day, seen);
        }
        if (past) {
            seen.add(Evidence.PAST_DAY_NAMED);
        }
    }
}
