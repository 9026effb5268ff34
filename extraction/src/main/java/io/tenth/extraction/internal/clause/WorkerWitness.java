package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks at who did what: the subject of the clause and its verb. */
final class WorkerWitness implements Witness {

    /** What takes the time of both, and what has the work as its subject. */
    private static final Tags WITH_THE_AUTHOR =
            Tags.of(Tag.CALL, Tag.MEETING, Tag.TRAVEL, Tag.TAKE, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.GERUND, Tag.SAY);

    private static final Tags OBJECT = Tags.of(Tag.THE, Tag.ARTICLE, Tag.MINE, Tag.THEIR, Tag.IT, Tag.OTHER);

    /** What stands behind a verb of calling where whoever was called does not. */
    private static final Tags CALLED_ABOUT = Tags.of(Tag.DATE_WORD, Tag.MATTER_LEAD, Tag.LASTING, Tag.ME);

    /** Longer no call is, in minutes. */
    private static final int LONGEST_CALL = 180;

    /** How far behind its participle the doer of a passive stands. */
    private static final int PASSIVE = 4;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Predicate predicate = scene.predicate();
        switch (predicate.subject()) {
            case AUTHOR -> {
                if (isMeant(scene.tokens(), predicate)) {
                    seen.add(Evidence.STILL_TO_DO);
                } else {
                    author(scene, predicate, seen);
                }
            }
            case SOMEBODY, NAME -> somebody(scene, predicate, seen);
            case IMPLIED -> implied(scene, predicate, seen);
            case WORK, IT, THING -> thing(scene, predicate, seen);
        }
        if (Presence.isTold(scene)) {
            seen.add(Evidence.WAS_THERE);
        }
        others(scene, predicate, seen);
        if (Inquiries.isAnswered(scene)) {
            seen.add(Evidence.SOMEBODY_ELSE);
        }
        if (scene.tokens().is(scene.amount().from() - 1, Tag.MINE)) {
            seen.add(Evidence.AUTHOR_NAMED);
            seen.add(Evidence.TIME_SPENT);
        }
        if (scene.shareHas(Tag.ME) && !seen.contains(Evidence.SOMEBODY_ELSE)) {
            seen.add(Evidence.AUTHOR_NAMED);
        }
    }

    private static void others(Scene scene, Predicate predicate, Set<Evidence> seen) {
        boolean mine =
                scene.tokens().is(predicate.verb(), Tag.TAKE) && Takers.isAuthor(scene.tokens(), predicate.verb());
        boolean named = Doer.isAnother(scene);
        boolean done = named || (!mine && isDoneBySomebody(scene));
        if (done || isOwned(scene)) {
            seen.add(Evidence.DONE_BY_SOMEBODY);
        }
        if (named || (done && isDoneByRole(scene))) {
            seen.add(Evidence.SOMEBODY_ELSE);
        }
    }

    /** "stock count by Freya, 2.75", "witnessed by their engineer": not "by Zoom", which is a known word. */
    private static boolean isDoneBySomebody(Scene scene) {
        Tokens tokens = scene.tokens();
        for (int i = scene.share().from() + 1; i < scene.share().to(); i++) {
            if (tokens.is(i, Tag.BY) && !isGenitive(scene, i) && !isPlace(scene, i)) {
                int who = tokens.isAny(i + 1, Tag.THE, Tag.THEIR, Tag.MINE) ? i + 2 : i + 1;
                boolean person = isName(tokens, i, who) || tokens.isAny(who, Tag.ROLE, Tag.OTHER, Tag.TITLE);
                if (person || (who > i + 1 && isSome(tokens, who))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "by the two placement students": a number, and a word that says which, in front of the role. */
    private static boolean isSome(Tokens tokens, int number) {
        int which = number + 1;
        int role = tokens.is(which, Tag.ROLE) ? which : which + 1;
        return (tokens.is(number, Tag.NUMBER) || tokens.isNumber(number))
                && tokens.isWord(which)
                && tokens.is(role, Tag.ROLE);
    }

    /** "Prüfung der Statik durch die Ingenieurin 3 Stunden": where no verb says that the author had the time. */
    private static boolean isDoneByRole(Scene scene) {
        Tokens tokens = scene.tokens();
        if (!tokens.language().has(Habit.VERB_LAST) || scene.predicate().subject() == Subject.AUTHOR) {
            return false;
        }
        for (int i = scene.share().from() + 1; i < scene.amount().from(); i++) {
            int who = tokens.isAny(i + 1, Tag.THE, Tag.THEIR, Tag.MINE) ? i + 2 : i + 1;
            boolean role = tokens.isAny(who, Tag.ROLE, Tag.TITLE)
                    || (tokens.text(who).endsWith("in") && isName(tokens, i, who));
            if (tokens.is(i, Tag.BY) && !tokens.is(i, Tag.OF) && role) {
                return true;
            }
        }
        return false;
    }

    /** "von der Akte" and "durch die Geschosse" name things where nouns are capitalised, "durch die Prüferin" a person. */
    private static boolean isName(Tokens tokens, int by, int who) {
        boolean thing = tokens.is(by, Tag.OF) || !tokens.text(who).endsWith("in");
        boolean noun = thing && who > by + 1 && tokens.language().has(Habit.CAPITAL_NOUNS);
        return tokens.isName(who) && !noun;
    }

    /** "siamo stati dal notaio", "la riunione dal notaio": where somebody is, unless a participle says what he did: "riletto dal notaio". */
    private static boolean isPlace(Scene scene, int by) {
        Tokens tokens = scene.tokens();
        boolean where = tokens.is(by, Tag.FROM) && !tokens.language().has(Habit.VERB_LAST);
        for (int i = by - 1; where && i >= Math.max(scene.share().from(), by - PASSIVE); i--) {
            where = !tokens.is(i, Tag.PAST) || tokens.is(i, Tag.BE) || isOwnVerb(scene, i);
        }
        return where;
    }

    /** "ho incontrato il cliente dal notaio". */
    private static boolean isOwnVerb(Scene scene, int verb) {
        return scene.predicate().verb() == verb && scene.predicate().subject() == Subject.AUTHOR;
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
        boolean name = tokens.isName(mark - 1);
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

    /** "I was to draft for two hours", "I had set aside two hours". */
    private static boolean isMeant(Tokens tokens, Predicate predicate) {
        int verb = predicate.verb();
        return predicate.hasVerb()
                && (isToBe(tokens, verb) || tokens.phrase(verb).has(Tag.ESTIMATE));
    }

    /** "I was to draft for two hours": what was meant to be; in the Romance languages "to" leads to a place there. */
    private static boolean isToBe(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.BE)
                && tokens.is(verb + 1, Tag.TO)
                && !tokens.language().has(Habit.NAME_BEHIND)
                && tokens.isAny(verb + 2, Tag.FINITE, Tag.WORK)
                && !tokens.is(verb + 2, Tag.PAST);
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
        int verb = predicate.verb();
        Evidence other = predicate.subject() == Subject.NAME ? Evidence.NAME_BEFORE_VERB : Evidence.SOMEBODY_ELSE;
        if (predicate.hasVerb() && (isTakenByWork(tokens, verb) || isWithMe(scene, verb))) {
            seen.add(Evidence.WORK_TOOK_THIS_LONG);
        } else if (tokens.is(verb, Tag.BE) && pointedAt(scene) == Evidence.WORK_WITH_ITS_TIME) {
            seen.add(Evidence.WORK_WITH_ITS_TIME);
        } else {
            if (!isPayer(tokens, scene.amount().from()) && !isCaller(scene, verb)) {
                seen.add(other);
            }
            if (isDoneAlone(scene, verb)) {
                seen.add(Evidence.SOMEBODY_ELSE);
                seen.add(Evidence.DONE_BY_SOMEBODY);
            }
        }
    }

    /** "Bill her half an hour": whoever pays for it; "her two hours" are her own. */
    private static boolean isPayer(Tokens tokens, int from) {
        return tokens.isAny(from - 1, Tag.OTHER, Tag.THEIR)
                && tokens.is(from - 2, Tag.CHARGED)
                && tokens.isOpening(from - 2)
                && tokens.isAny(from, Tag.ARTICLE, Tag.FRACTION);
    }

    /** "Petrakis called yesterday, 35 min", "the client rang, 20 minutes": nobody is named who was called, so the author was. */
    private static boolean isCaller(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        boolean alone = !tokens.isWord(verb + 1) && !tokens.isNumber(verb + 1);
        return tokens.is(verb, Tag.PAST)
                && tokens.workClasses(verb).contains("PHONE")
                && (alone || tokens.isAny(verb + 1, CALLED_ABOUT))
                && !tokens.is(verb + 1, Tag.BY)
                && !tokens.has(verb + 1, scene.amount().from(), Tag.TO)
                && !scene.clauseHas(Tag.MINE)
                && scene.amount().minutes() <= LONGEST_CALL;
    }

    /**
     * "Dan indexed the exhibits, two hours", "our clerk filed the bundle, 40 minutes": somebody does something to a thing. Whoever
     * calls takes the author's time too, and "to redo it" behind the amount is work of the author's own.
     */
    private static boolean isDoneAlone(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        int from = scene.clause().from();
        boolean aside = tokens.has(from, verb, Tag.SUBORDINATOR_OR_NOT) || tokens.has(from, verb, Tag.SUBORDINATOR);
        return isDeed(tokens, verb)
                && verb + 1 < scene.amount().from()
                && !aside
                && !tokens.is(scene.amount().to(), Tag.TO)
                && !tokens.has(scene.sentence().from(), scene.amount().from(), Tag.SELF)
                && !scene.clauseHas(Tag.SELF)
                && !scene.clauseHas(Tag.ME);
    }

    private static boolean isDeed(Tokens tokens, int verb) {
        return !tokens.language().has(Habit.VERB_LAST)
                && tokens.is(verb, Tag.PAST)
                && !tokens.isAny(verb, WITH_THE_AUTHOR)
                && tokens.isAny(verb + 1, OBJECT);
    }

    /** "they came to two hours", "she took me two hours": what such a verb tells of is no person, or the author's work. */
    private static boolean isTakenByWork(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.TAKE) && (tokens.is(verb, Tag.TOTAL) || Takers.isAuthor(tokens, verb));
    }

    /** "the clerk had me on the phone": whoever has, keeps or holds the author takes the author's time. */
    private static boolean isHeld(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.HAVE)
                && tokens.is(verb, Tag.PAST)
                && tokens.is(verb + 1, Tag.ME)
                && !tokens.is(verb - 1, Tag.HAVE);
    }

    /** "Meyer talked to me for an hour", "the client met us", "had me on the phone": it takes the time of both. */
    private static boolean isWithMe(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        if (isHeld(tokens, verb)) {
            return true;
        }
        int me = tokens.is(verb + 1, Tag.PREPOSITION) ? verb + 2 : verb + 1;
        boolean lasted = tokens.is(scene.amount().from() - 1, Tag.LASTING)
                && !tokens.is(scene.amount().to(), Tag.AFTER_PERIOD);
        return lasted
                && tokens.is(verb, Tag.PAST)
                && tokens.isAny(verb, Tag.CALL, Tag.MEETING)
                && tokens.is(me, Tag.ME);
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
        if (isToBe(tokens, verb)) {
            seen.add(Evidence.STILL_TO_DO);
        } else if (isOnRecord(scene, verb)) {
            seen.add(Evidence.WORK_WITH_ITS_TIME);
        } else if (isPast(tokens, verb) || isCost(scene, verb)) {
            past(predicate, scene, seen);
        } else if (Takers.isAnothersCost(scene, verb)) {
            seen.add(Evidence.SOMEBODY_ELSE);
        } else if (isMeasuredNow(scene, verb)) {
            seen.add(Evidence.IN_THE_PRESENT);
            seen.add(Evidence.GOING_ON);
        } else if (predicate.subject() == Subject.THING) {
            seen.add(Evidence.THING_NOT_WORK);
        }
    }

    /** "my log shows 1.2 for the call": in all tenses but the future. */
    private static boolean isOnRecord(Scene scene, int verb) {
        return scene.clauseHas(Tag.MINE) && !scene.tokens().is(verb, Tag.MODAL) && new Things(scene).isOwnRecord();
    }

    /** "the agreement cost me two hours": alike in all tenses, and past where the author has paid it. */
    private static boolean isCost(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        return !scene.isBare()
                && tokens.is(verb, Tag.TAKE)
                && !tokens.isAny(verb, Tag.PRESENT, Tag.TAKE_BACK)
                && tokens.isAny(verb + 1, Tag.ME)
                && !tokens.isAny(verb - 1, Tag.MODAL, Tag.TO);
    }

    /**
     * "the hearing is two hours". In "the draft is rewritten, two hours" it is done, and the amount says how long it took;
     * "that makes two hours" sums it up.
     */
    private static boolean isMeasuredNow(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        boolean sum = tokens.is(verb, Tag.TOTAL) && scene.predicate().subject() == Subject.IT;
        if (!tokens.is(verb, Tag.PRESENT) || sum || scene.amount().is(Kind.CLOCK)) {
            return false;
        }
        int done = tokens.is(verb + 1, Tag.ADVERB) ? verb + 2 : verb + 1;
        return !isDone(tokens, verb, done)
                || tokens.has(done, scene.amount().from(), Tag.BY)
                || !isParted(tokens, done + 1, scene.amount().from());
    }

    private static boolean isDone(Tokens tokens, int verb, int done) {
        boolean finished = tokens.is(done, Tag.FINISH) && !tokens.is(done, Tag.UNCOUNTED);
        return tokens.is(verb, Tag.BE)
                && (finished || (tokens.is(done, Tag.PAST) && tokens.is(done, Tag.WORK)))
                && !tokens.isAny(done, Tag.ESTIMATE, Tag.LIMIT, Tag.BILLED, Tag.BE);
    }

    /** Whether a mark stands there behind which something else is said of the same. */
    private static boolean isParted(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isOneOf(i, ",(:;-") || tokens.is(i, Tag.HYPHEN)) {
                return true;
            }
        }
        return false;
    }

    private static void past(Predicate predicate, Scene scene, Set<Evidence> seen) {
        boolean took = scene.tokens().is(predicate.verb(), Tag.TAKE);
        if (took && Takers.isAnother(scene, predicate.verb())) {
            seen.add(Evidence.SOMEBODY_ELSE);
            return;
        }
        boolean free = scene.tokens().language().has(Habit.VERB_LAST);
        boolean me = free ? scene.clauseHas(Tag.ME) : Takers.isAuthor(scene.tokens(), predicate.verb());
        boolean tookMe = took && me;
        if (took && Takers.isAnyInfinitive(scene)) {
            seen.add(Evidence.THING_NOT_WORK);
            return;
        }
        if (scene.tokens().is(scene.amount().to(), Tag.GERUND) && !took) {
            return;
        }
        switch (predicate.subject()) {
            case WORK -> seen.add(took ? Evidence.WORK_TOOK_THIS_LONG : Evidence.WORK_WITH_ITS_TIME);
            case IT -> seen.add(took || isNeeded(scene, predicate) ? Evidence.WORK_TOOK_THIS_LONG : pointedAt(scene));
            case AUTHOR, IMPLIED, SOMEBODY, NAME, THING -> {
                if (tookMe || isSwallowed(scene, predicate)) {
                    seen.add(Evidence.WORK_TOOK_THIS_LONG);
                } else if (isWorkedOn(scene, predicate.verb())) {
                    seen.add(Evidence.PAST_TENSE_WORK);
                } else {
                    thingOf(scene, seen, took);
                }
            }
        }
    }

    /** "es brauchte zwei Stunden", "das hat eine Stunde gebraucht": what needs time where nobody is named takes it. */
    private static boolean isNeeded(Scene scene, Predicate predicate) {
        Tokens tokens = scene.tokens();
        return tokens.language().has(Habit.VERB_LAST)
                && tokens.is(predicate.verb(), Tag.SPEND)
                && !tokens.isAny(predicate.verb(), Tag.BE, Tag.WORK);
    }

    private static void thingOf(Scene scene, Set<Evidence> seen, boolean took) {
        var things = new Things(scene);
        if (things.isOwnTime()) {
            seen.add(took ? Evidence.WORK_TOOK_THIS_LONG : Evidence.WORK_WITH_ITS_TIME);
        } else if (things.isWorkedOn(took) && !things.isDoneInThatTime()) {
            seen.add(Evidence.THING_WORKED_ON);
        } else if (!things.isDoneInThatTime()) {
            seen.add(Evidence.THING_NOT_WORK);
        }
    }

    /** "mortality tables compared, 2.5": what was done to a thing; not "the doc drawer fixed it in ten minutes". */
    private static boolean isWorkedOn(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        boolean object = tokens.is(verb + 1, Tag.IT) && !tokens.isAny(verb + 1, Tag.THE, Tag.SUBORDINATOR);
        return tokens.is(verb, Tag.WORK) && !object && !tokens.isAny(verb, Tag.TAKE, Tag.BE, Tag.HAVE);
    }

    /** "it was two hours of keying", "two hours' work" says what it was; "it was two hours" does not. */
    private static Evidence pointedAt(Scene scene) {
        Tokens tokens = scene.tokens();
        int of = scene.amount().to();
        boolean named =
                (tokens.is(of, Tag.OF) || tokens.isMark(of, '\'')) && tokens.isAny(of + 1, Tag.WORK, Tag.GERUND);
        return named ? Evidence.WORK_WITH_ITS_TIME : Evidence.POINTED_AT;
    }

    /** "the annual accounts swallowed six hours": what spends time as well as takes it is work, whatever its name. */
    private static boolean isSwallowed(Scene scene, Predicate predicate) {
        return predicate.subject() == Subject.THING
                && scene.tokens().is(predicate.verb(), Tag.TAKE)
                && scene.tokens().is(predicate.verb(), Tag.SPEND);
    }

    private static boolean isPast(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.PAST) || (tokens.is(verb, Tag.BE) && !tokens.is(verb, Tag.PRESENT));
    }
}
