package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks at what stands right around the amount: the noun it is an attribute of, and the word that leads it. */
final class NounWitness implements Witness {

    private static final Tags CLOSING =
            Tags.of(Tag.PREPOSITION, Tag.GERUND, Tag.WORK, Tag.FINITE, Tag.AND, Tag.THE, Tag.DATE_WORD);

    /** What stands behind a word that leads to a place or to another figure, rather than closing the amount before it. */
    private static final Tags LED =
            Tags.of(Tag.THE, Tag.ARTICLE, Tag.MINE, Tag.THEIR, Tag.IT, Tag.OTHER, Tag.ME, Tag.NUMBER, Tag.AND);

    private static final int CEILING_LOOK = 3;

    private static final int PART_LOOK = 4;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        if (leads(tokens, amount, Tag.CEILING) || isCeilingBehind(tokens, amount.to())) {
            seen.add(Evidence.UPPER_LIMIT_ONLY);
        }
        if (!amount.is(Kind.CLOCK)) {
            period(scene, seen);
        }
        boolean lastDays = amount.is(Kind.DAYS) && tokens.is(amount.from() - 1, Tag.LAST);
        if (lastDays || isRate(tokens, amount)) {
            seen.add(Evidence.RATE);
        }
        if (tokens.is(amount.to(), Tag.EACH)) {
            seen.add(Evidence.EACH_OF_US);
        }
        if (isPart(scene)) {
            seen.add(Evidence.PART_OF_ANOTHER);
        }
        noun(scene, seen);
    }

    /**
     * "3.5 h on the script, of which 1 h was debugging", "1 hour of it was lunch": nothing beside what it is a part of. Not "all
     * four hours of it", which is the whole, nor "fifty minutes of him".
     */
    private static boolean isPart(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        boolean apart = tokens.isOneOf(amount.from() - 1, ",-:;=)") || amount.is(Kind.CLOCK);
        return scene.index() > 0 && (isOfWhole(scene) || (!apart && isBehindOf(scene)));
    }

    private static boolean isOfWhole(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        boolean whole = tokens.is(amount.from(), Tag.WHOLE) || tokens.is(amount.from() - 1, Tag.WHOLE);
        return tokens.is(amount.to(), Tag.OF) && isThing(scene, amount.to() + 1) && !whole;
    }

    private static boolean isBehindOf(Scene scene) {
        Tokens tokens = scene.tokens();
        int of = tokens.find(scene.amount().from() - PART_LOOK, scene.amount().from(), Tag.OF);
        return of >= 0 && !tokens.is(of, Tag.ADVERB) && isThing(scene, of + 1) && !tokens.is(of + 2, Tag.WORK);
    }

    /** "of it", "of which"; "of them" where no unit says that time is meant, of which nobody is a part. */
    private static boolean isThing(Scene scene, int i) {
        return scene.tokens().is(i, Tag.IT) || (scene.isBare() && scene.tokens().is(i, Tag.OTHER));
    }

    private static void period(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        if (isDeadline(tokens, amount) && !isPastVerb(scene)) {
            seen.add(Evidence.DEADLINE_OR_NOTICE);
        }
        if (isSpan(tokens, amount.to()) && !isUntil(scene) && !isTaken(scene) && !isSought(scene)) {
            seen.add(Evidence.BEFORE_OR_AFTER_SOMETHING);
        }
    }

    /** "2 hours max", "2 hours at most"; not "an hour under the hood", "two hours up to Glen Tarvie", "duas horas até Évora". */
    private static boolean isCeilingBehind(Tokens tokens, int i) {
        int next = i;
        while (next < i + CEILING_LOOK && tokens.is(next, Tag.CEILING)) {
            next++;
        }
        boolean leads = tokens.isAny(next, LED) || tokens.isNumber(next) || tokens.isCapitalised(next);
        return next > i && !leads && !tokens.is(i, Tag.TO);
    }

    private static void noun(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        int noun = governedNoun(tokens, amount, scene.clause().to());
        boolean pause = amount.is(Kind.CLOCK) && tokens.is(noun, Tag.PAUSE);
        if (tokens.is(noun, Tag.NOT_WORK) && !pause) {
            seen.add(Evidence.NOUN_OF_NO_WORK);
        }
        if (tokens.is(noun, Tag.FIGURE) && (amount.attributive() || tokens.isMark(noun - 1, '\''))) {
            seen.add(Evidence.FIGURE_OF_SPEECH);
        }
    }

    /** Whether a word of the role leads the amount; small words between them do not count. */
    private static boolean leads(Tokens tokens, Amount amount, Tag tag) {
        int last = amount.from() - 1;
        for (int small = 0; small < 2 && tokens.isAny(last, Tag.THE, Tag.APPROXIMATE, Tag.LAST); small++) {
            if (tokens.is(last, tag) || tokens.is(last, Tag.IT)) {
                break;
            }
            last--;
        }
        return tokens.is(last, tag) && !tokens.isAny(last, Tag.SPEND, Tag.APPROXIMATE);
    }

    /** "24 hours before the hearing", "2 hours left"; not "forty minutes before Judge Sorrel". */
    private static boolean isSpan(Tokens tokens, int i) {
        int noun = tokens.is(i + 1, Tag.THE) ? i + 2 : i + 1;
        boolean length = tokens.is(i, Tag.UNIT_ADJECTIVE);
        return tokens.is(i, Tag.AFTER_PERIOD) && !length && !tokens.isAny(noun, Tag.TITLE, Tag.ROLE);
    }

    /**
     * "sat there for an hour before they called us", "proofed it for an hour before I dared", "phoned them for 35 minutes before that":
     * until when work that is told went on.
     */
    private static boolean isUntil(Scene scene) {
        Tokens tokens = scene.tokens();
        int before = scene.amount().to();
        boolean lasted = tokens.is(scene.amount().from() - 1, Tag.LASTING) && tokens.is(before, Tag.TO_HOUR);
        boolean that = tokens.is(before + 1, Tag.IT) && !tokens.isWord(before + 2);
        boolean we = tokens.is(before + 1, Tag.SELF) && tokens.has(before + 2, before + 4, Tag.PAST);
        return tokens.isAny(before, Tag.SUBORDINATOR_OR_NOT, Tag.TO_HOUR)
                && (lasted || that || we)
                && isPastVerb(scene);
    }

    /** "cost me fifty minutes before breakfast": how long it took, and then when that was. */
    private static boolean isTaken(Scene scene) {
        Tokens tokens = scene.tokens();
        int me = scene.amount().from() - 1;
        Subject subject = scene.predicate().subject();
        boolean work = subject == Subject.IMPLIED || subject == Subject.WORK || subject == Subject.IT;
        return work && tokens.is(me, Tag.ME) && tokens.is(me - 1, Tag.TAKE) && !tokens.is(me - 2, Tag.MODAL);
    }

    /** "zwei Stunden nach dem Fehler gesucht": the preposition belongs to the verb that closes the clause. */
    private static boolean isSought(Scene scene) {
        Tokens tokens = scene.tokens();
        int verb = scene.predicate().verb();
        return tokens.language().has(Habit.VERB_LAST)
                && tokens.is(scene.amount().to(), Tag.PAST_HOUR)
                && verb > scene.amount().to()
                && tokens.is(verb, Tag.RESEARCH)
                && tokens.is(verb, Tag.PAST);
    }

    private static boolean isDeadline(Tokens tokens, Amount amount) {
        return !amount.is(Kind.BARE) && leads(tokens, amount, Tag.DEADLINE_LEAD) && !isBehindWork(tokens, amount);
    }

    /** "after two hours of work the draft is ready": the work of these hours is over. */
    private static boolean isBehindWork(Tokens tokens, Amount amount) {
        int noun = tokens.is(amount.to(), Tag.OF) ? amount.to() + 1 : amount.to();
        return tokens.is(amount.from() - 1, Tag.SUBORDINATOR_OR_NOT)
                && tokens.is(amount.from() - 1, Tag.DEADLINE_LEAD)
                && tokens.isAny(noun, Tag.WORK, Tag.SPEND)
                && !tokens.is(noun, Tag.NOT_WORK);
    }

    /** "read it in 40 minutes", "stopped after an hour", "the first hour went into": the verb says that it has been. */
    private static boolean isPastVerb(Scene scene) {
        Tokens tokens = scene.tokens();
        Predicate predicate = scene.predicate();
        int verb = predicate.verb();
        boolean past = tokens.is(verb, Tag.PAST) || (tokens.is(verb, Tag.BE) && !tokens.is(verb, Tag.PRESENT));
        boolean others = predicate.subject() == Subject.SOMEBODY || predicate.subject() == Subject.NAME;
        boolean again = tokens.isAny(scene.amount().from() - 1, Tag.EVERY, Tag.PER);
        return predicate.hasVerb()
                && past
                && !others
                && !again
                && !tokens.isAny(verb, Tag.MODAL, Tag.ESTIMATE)
                && !tokens.is(verb - 1, Tag.PRESENT);
    }

    /** "2 hours a month", "$300 per hour" and the like. */
    private static boolean isRate(Tokens tokens, Amount amount) {
        return (tokens.is(amount.to(), Tag.PER) && tokens.isAny(amount.to() + 1, Tag.PERIOD, Tag.DAY))
                || (tokens.isMark(amount.from() - 1, '/') && tokens.gapBefore(amount.from()) == 0)
                || tokens.is(amount.from() - 1, Tag.EVERY)
                || isTimesA(tokens, amount.from());
    }

    /** "twice a day", "twice-a-day", "three times an hour". */
    private static boolean isTimesA(Tokens tokens, int from) {
        int count = tokens.isMark(from - 1, '-') ? from - 2 : from - 1;
        return tokens.is(from, Tag.ARTICLE) && tokens.is(count, Tag.ONCE);
    }

    /** The noun the amount belongs to: what follows it up to the head, through adjectives, "of" and an apostrophe. */
    private static int governedNoun(Tokens tokens, Amount amount, int to) {
        int i = amount.to();
        if (tokens.isMark(i, '\'') || tokens.isMark(i, '\u2019') || tokens.is(i, Tag.OF) || tokens.isMark(i, '-')) {
            i++;
        }
        for (int words = 0; words < 3 && i < to && tokens.isWord(i); words++, i++) {
            if (tokens.isAny(i, Tag.NOT_WORK, Tag.FIGURE)) {
                return i;
            }
            if (closesPhrase(tokens, i)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean closesPhrase(Tokens tokens, int i) {
        return tokens.isAny(i, CLOSING);
    }
}
