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
        if (scene.shareHas(Tag.ME) && !seen.contains(Evidence.SOMEBODY_ELSE)) {
            seen.add(Evidence.AUTHOR_NAMED);
        }
    }

    private static void author(Scene scene, Predicate predicate, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        if (!predicate.hasVerb()) {
            seen.add(Evidence.AUTHOR_NAMED);
        } else if (tokens.isAny(predicate.verb(), Tag.PAST, Tag.SPEND, Tag.TAKE, Tag.HAVE)
                || tokens.is(predicate.verb(), Tag.BE)) {
            seen.add(Evidence.AUTHOR_DID_IT);
        } else {
            seen.add(Evidence.AUTHOR_NAMED);
        }
    }

    private static void somebody(Scene scene, Predicate predicate, Set<Evidence> seen) {
        boolean tookMe = predicate.hasVerb()
                && scene.tokens().is(predicate.verb(), Tag.TAKE)
                && scene.tokens().isAny(predicate.verb() + 1, Tag.ME);
        seen.add(tookMe ? Evidence.WORK_TOOK_THIS_LONG : Evidence.SOMEBODY_ELSE);
    }

    private static void implied(Scene scene, Predicate predicate, Set<Evidence> seen) {
        if (!predicate.hasVerb()) {
            return;
        }
        boolean past = scene.tokens().isAny(predicate.verb(), Tag.PAST, Tag.SPEND)
                && !scene.tokens().is(predicate.verb(), Tag.MODAL);
        if (past && !scene.tokens().is(predicate.verb(), Tag.BE)) {
            seen.add(Evidence.PAST_TENSE_WORK);
        }
    }

    private static void thing(Scene scene, Predicate predicate, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        int verb = predicate.verb();
        if (isPast(tokens, verb)) {
            if (tokens.is(verb, Tag.TAKE)) {
                seen.add(Evidence.WORK_TOOK_THIS_LONG);
            } else {
                seen.add(predicate.subject() == Subject.WORK ? Evidence.WORK_WITH_ITS_TIME : Evidence.NOT_WORK);
            }
        } else if (tokens.is(verb, Tag.PRESENT) && !scene.amount().is(Kind.CLOCK)) {
            seen.add(Evidence.GENERAL_OR_COMPARISON);
        } else if (predicate.subject() == Subject.THING) {
            seen.add(Evidence.NOT_WORK);
        }
    }

    private static boolean isPast(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.PAST) || (tokens.is(verb, Tag.BE) && !tokens.is(verb, Tag.PRESENT));
    }
}
