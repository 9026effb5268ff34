package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks at who did what: the subject of the clause and its verb. */
final class WorkerWitness implements Witness {

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Predicate predicate = new Predicates(scene.tokens()).of(scene);
        switch (predicate.subject()) {
            case AUTHOR -> author(scene, predicate, seen);
            case SOMEBODY -> somebody(scene, predicate, seen);
            case IMPLIED -> implied(scene, predicate, seen);
            case WORK, IT, THING -> thing(scene, predicate, seen);
        }
        if (scene.tokens().is(scene.amount().from() - 1, Tag.MINE)) {
            seen.add(Evidence.AUTHOR_NAMED);
            seen.add(Evidence.TIME_SPENT);
        }
        if (scene.shareHas(Tag.ME) && !seen.contains(Evidence.SOMEBODY_ELSE)) {
            seen.add(Evidence.AUTHOR_NAMED);
        }
    }

    private static void author(Scene scene, Predicate predicate, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        int verb = predicate.verb();
        boolean present = tokens.is(verb, Tag.PRESENT) && !tokens.is(verb, Tag.PAST);
        if (present && tokens.is(verb, Tag.BE)) {
            seen.add(Evidence.GOING_ON);
        } else if (predicate.hasVerb() && tokens.isAny(verb, Tag.PAST, Tag.SPEND, Tag.BE)) {
            seen.add(Evidence.AUTHOR_DID_IT);
            spending(scene, verb, seen);
        } else {
            seen.add(isPresent(scene) ? Evidence.GOING_ON : Evidence.AUTHOR_NAMED);
        }
    }

    /** "we meet Wednesday": a word behind the pronoun that is no past. */
    private static boolean isPresent(Scene scene) {
        Tokens tokens = scene.tokens();
        int self = scene.amount().from() - 1;
        while (self >= scene.clause().from() && !tokens.is(self, Tag.SELF)) {
            self--;
        }
        return self >= scene.clause().from()
                && tokens.isWord(self + 1)
                && self + 1 < scene.amount().from()
                && tokens.is(self + 1, Tag.WORK)
                && !tokens.isAny(self + 1, Tag.PAST, Tag.GERUND, Tag.HAVE);
    }

    /** "spent two hours", and "was two hours at it": the amount right behind the verb. */
    private static void spending(Scene scene, int verb, Set<Evidence> seen) {
        boolean been = scene.tokens().is(verb, Tag.BE)
                && scene.amount().from() - verb <= 3
                && verb < scene.amount().from();
        if (been || scene.tokens().is(verb, Tag.SPEND)) {
            seen.add(Evidence.TIME_SPENT);
        }
    }

    private static void somebody(Scene scene, Predicate predicate, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        boolean took = predicate.hasVerb() && tokens.is(predicate.verb(), Tag.TAKE);
        boolean theyTook = took && tokens.is(predicate.verb(), Tag.TOTAL);
        seen.add(
                theyTook || (took && tokens.is(predicate.verb() + 1, Tag.ME))
                        ? Evidence.WORK_TOOK_THIS_LONG
                        : Evidence.SOMEBODY_ELSE);
    }

    private static void implied(Scene scene, Predicate predicate, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        int verb = predicate.verb();
        boolean dropped = verb == scene.clause().from() || !tokens.is(verb, Tag.BE);
        if (predicate.hasVerb() && dropped && tokens.isAny(verb, Tag.PAST, Tag.SPEND) && !tokens.is(verb, Tag.MODAL)) {
            seen.add(Evidence.PAST_TENSE_WORK);
            spending(scene, verb, seen);
        }
    }

    private static void thing(Scene scene, Predicate predicate, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        int verb = predicate.verb();
        if (isPast(tokens, verb)) {
            past(predicate, scene, seen);
        } else if (tokens.is(verb, Tag.PRESENT) && !scene.amount().is(Kind.CLOCK)) {
            seen.add(Evidence.GENERAL_OR_COMPARISON);
            seen.add(Evidence.GOING_ON);
        } else if (predicate.subject() == Subject.THING) {
            seen.add(Evidence.NOT_WORK);
        }
    }

    private static void past(Predicate predicate, Scene scene, Set<Evidence> seen) {
        boolean took = scene.tokens().is(predicate.verb(), Tag.TAKE);
        boolean tookMe = took && scene.tokens().is(predicate.verb() + 1, Tag.ME);
        if (scene.tokens().is(scene.amount().to(), Tag.GERUND) && !took) {
            return;
        }
        switch (predicate.subject()) {
            case WORK -> seen.add(took ? Evidence.WORK_TOOK_THIS_LONG : Evidence.WORK_WITH_ITS_TIME);
            case IT -> seen.add(took ? Evidence.WORK_TOOK_THIS_LONG : Evidence.POINTED_AT);
            case AUTHOR, IMPLIED, SOMEBODY, THING ->
                seen.add(tookMe ? Evidence.WORK_TOOK_THIS_LONG : Evidence.NOT_WORK);
        }
    }

    private static boolean isPast(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.PAST) || (tokens.is(verb, Tag.BE) && !tokens.is(verb, Tag.PRESENT));
    }
}
