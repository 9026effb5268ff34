package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks at who did what: the subject of the clause and its verb. */
final class WorkerWitness implements Witness {

    /** How far "to" stands behind "for" where a subject is between them. */
    private static final int SUBJECT_OF_INFINITIVE = 7;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Predicate predicate = scene.predicate();
        switch (predicate.subject()) {
            case AUTHOR -> author(scene, predicate, seen);
            case SOMEBODY, NAME -> somebody(scene, predicate, seen);
            case IMPLIED -> implied(scene, predicate, seen);
            case WORK, IT, THING -> thing(scene, predicate, seen);
        }
        boolean mine = scene.tokens().is(predicate.verb(), Tag.TAKE) && isToMe(scene.tokens(), predicate.verb());
        if ((!mine && isDoneBySomebody(scene)) || isOwned(scene)) {
            seen.add(Evidence.DONE_BY_SOMEBODY);
        }
        if (scene.tokens().is(scene.amount().from() - 1, Tag.MINE)) {
            seen.add(Evidence.AUTHOR_NAMED);
            seen.add(Evidence.TIME_SPENT);
        }
        if (scene.shareHas(Tag.ME) && !seen.contains(Evidence.SOMEBODY_ELSE)) {
            seen.add(Evidence.AUTHOR_NAMED);
        }
    }

    /** "stock count by Freya, 2.75", "witnessed by their engineer": not "by Zoom", which is a known word. */
    private static boolean isDoneBySomebody(Scene scene) {
        Tokens tokens = scene.tokens();
        for (int i = scene.share().from() + 1; i < scene.share().to(); i++) {
            if (tokens.is(i, Tag.BY) && !isGenitive(scene, i)) {
                int who = tokens.isAny(i + 1, Tag.THE, Tag.THEIR, Tag.MINE) ? i + 2 : i + 1;
                if (isName(tokens, i, who) || tokens.isAny(who, Tag.ROLE, Tag.OTHER, Tag.TITLE)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "von der Akte" and "durch die Geschosse" name things where nouns are capitalised, "durch die Prüferin" a person. */
    private static boolean isName(Tokens tokens, int by, int who) {
        boolean thing = tokens.is(by, Tag.OF) || !tokens.text(who).endsWith("in");
        boolean noun = thing && who > by + 1 && tokens.language().has(Habit.CAPITAL_NOUNS);
        return tokens.isCapitalised(who) && !tokens.word(who).known() && !noun;
    }

    /** "heb ik de akte van Kranenborg gelezen": where the author did it, the word names the owner of the thing. */
    private static boolean isGenitive(Scene scene, int by) {
        Tokens tokens = scene.tokens();
        return tokens.language().has(Habit.VERB_LAST)
                && tokens.is(by, Tag.OF)
                && by != scene.amount().to()
                && scene.predicate().subject() == Subject.AUTHOR;
    }

    /** "cut Chen's 3.1 to 2.0": the time of whoever has a name right before it. */
    private static boolean isOwned(Scene scene) {
        Tokens tokens = scene.tokens();
        int mark = scene.amount().from() - 1;
        boolean name = tokens.isCapitalised(mark - 1) && !tokens.word(mark - 1).known();
        return scene.isBare() && tokens.is(mark, Tag.POSSESSIVE) && (name || tokens.is(mark - 1, Tag.ROLE));
    }

    private static void author(Scene scene, Predicate predicate, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        int verb = predicate.verb();
        boolean present = tokens.is(verb, Tag.PRESENT) && !tokens.is(verb, Tag.PAST);
        boolean got = tokens.is(verb, Tag.PRESENT)
                && tokens.is(verb, Tag.HAVE)
                && scene.amount().is(Kind.CLOCK);
        if (got || (present && tokens.is(verb, Tag.BE))) {
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
        Evidence other = predicate.subject() == Subject.NAME ? Evidence.NAME_BEFORE_VERB : Evidence.SOMEBODY_ELSE;
        seen.add(theyTook || (took && isToMe(tokens, predicate.verb())) ? Evidence.WORK_TOOK_THIS_LONG : other);
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
            seen.add(Evidence.IN_THE_PRESENT);
            seen.add(Evidence.GOING_ON);
        } else if (predicate.subject() == Subject.THING) {
            seen.add(Evidence.THING_NOT_WORK);
        }
    }

    private static void past(Predicate predicate, Scene scene, Set<Evidence> seen) {
        boolean took = scene.tokens().is(predicate.verb(), Tag.TAKE);
        if (took && isToSomebody(scene, predicate.verb())) {
            seen.add(Evidence.SOMEBODY_ELSE);
            return;
        }
        boolean free = scene.tokens().language().has(Habit.VERB_LAST);
        boolean me = free ? scene.clauseHas(Tag.ME) : isToMe(scene.tokens(), predicate.verb());
        boolean tookMe = took && me;
        if (took && isForSomethingTo(scene)) {
            seen.add(Evidence.THING_NOT_WORK);
            return;
        }
        if (scene.tokens().is(scene.amount().to(), Tag.GERUND) && !took) {
            return;
        }
        switch (predicate.subject()) {
            case WORK -> seen.add(took ? Evidence.WORK_TOOK_THIS_LONG : Evidence.WORK_WITH_ITS_TIME);
            case IT -> seen.add(took ? Evidence.WORK_TOOK_THIS_LONG : pointedAt(scene));
            case AUTHOR, IMPLIED, SOMEBODY, NAME, THING ->
                seen.add(
                        tookMe || isSwallowed(scene, predicate)
                                ? Evidence.WORK_TOOK_THIS_LONG
                                : isWorkedOn(scene, predicate.verb())
                                        ? Evidence.PAST_TENSE_WORK
                                        : Evidence.THING_NOT_WORK);
        }
    }

    /** "mortality tables compared, 2.5": what was done to a thing. */
    private static boolean isWorkedOn(Scene scene, int verb) {
        return scene.tokens().is(verb, Tag.WORK) && !scene.tokens().isAny(verb, Tag.TAKE, Tag.BE, Tag.HAVE);
    }

    /** "it was two hours of keying" says what it was; "it was two hours" does not. */
    private static Evidence pointedAt(Scene scene) {
        Tokens tokens = scene.tokens();
        int of = scene.amount().to();
        boolean named = tokens.is(of, Tag.OF) && tokens.isAny(of + 1, Tag.WORK, Tag.GERUND);
        return named ? Evidence.WORK_WITH_ITS_TIME : Evidence.POINTED_AT;
    }

    /** "the annual accounts swallowed six hours": what spends time as well as takes it is work, whatever its name. */
    private static boolean isSwallowed(Scene scene, Predicate predicate) {
        return predicate.subject() == Subject.THING
                && scene.tokens().is(predicate.verb(), Tag.TAKE)
                && scene.tokens().is(predicate.verb(), Tag.SPEND);
    }

    /** "took ten minutes for the pump to start": somebody or something else did it. */
    private static boolean isForSomethingTo(Scene scene) {
        Tokens tokens = scene.tokens();
        int lead = scene.amount().to();
        if (!tokens.is(lead, Tag.LASTING) || tokens.isAny(lead + 1, Tag.ME, Tag.SELF)) {
            return false;
        }
        int end = Math.min(lead + SUBJECT_OF_INFINITIVE, scene.clause().to());
        int to = tokens.find(lead + 2, end, Tag.TO);
        return to >= 0 && tokens.isWord(to + 1) && !tokens.isCapitalised(to + 1) && !tokens.is(to + 1, Tag.THE);
    }

    /** "took our supplier two hours", "took Beto an hour". */
    private static boolean isToSomebody(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        int who = tokens.isAny(verb + 1, Tag.THE, Tag.MINE, Tag.THEIR) ? verb + 2 : verb + 1;
        boolean person = tokens.isAny(who, Tag.ROLE, Tag.OTHER, Tag.TITLE)
                || (tokens.isCapitalised(who) && !tokens.word(who).known());
        return person && who < scene.amount().from() && scene.amount().from() - who <= 3;
    }

    /** "took me", and before the verb "m'a pris", "mi è costato"; "levou-me". */
    private static boolean isToMe(Tokens tokens, int verb) {
        int group = tokens.isAny(verb - 1, Tag.HAVE, Tag.BE) ? verb - 1 : verb;
        int behind = tokens.isMark(verb + 1, '-') ? verb + 2 : verb + 1;
        return tokens.is(behind, Tag.ME) || tokens.is(group - 1, Tag.ME);
    }

    private static boolean isPast(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.PAST) || (tokens.is(verb, Tag.BE) && !tokens.is(verb, Tag.PRESENT));
    }
}
