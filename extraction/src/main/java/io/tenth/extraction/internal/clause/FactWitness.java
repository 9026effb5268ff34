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

    /** How close before the amount a phrase like "not quite" stands that says how much it is. */
    private static final int BESIDE = 4;

    /** How far before an amount another verb of its clause is looked for. */
    private static final int MOOD_LOOK = 24;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        Range before =
                sinceOtherMood(tokens, scene.clause().from(), scene.amount().from());
        if (!scene.isToldBehind()) {
            mood(scene, before, seen);
        }
        if (tokens.language().has(Habit.VERB_LAST) && hasModal(tokens, scene.clause())) {
            seen.add(Evidence.MODAL_VERB);
        }
        if (Plans.isPlanned(scene, sinceOtherVerb(scene, before))) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        }
        refusal(scene, hasNegation(tokens, before), seen);
        if (hasCondition(tokens, statementStart(scene), scene.amount().from())) {
            seen.add(Evidence.CONDITIONAL);
        }
        if (tokens.isMark(scene.sentence().to(), '?') && !isAskedBehind(scene)) {
            seen.add(Evidence.QUESTION);
        }
        days(scene, seen);
    }

    private static boolean hasModal(Tokens tokens, Range clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (Predicates.isModal(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Not "se ne sono andate due ore", a phrase in which the word is a pronoun, nor "in Case 26/0114". */
    private static boolean hasCondition(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean gone = tokens.phrase(i).has(Tag.ADVERB) && tokens.is(to - 1, Tag.TAKE);
            if (tokens.is(i, Tag.CONDITION) && !gone && !isOfFile(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number names the case of "in case"; not "in case 2 hours are needed". */
    private static boolean isOfFile(Tokens tokens, int i) {
        int behind = tokens.phrase(i + 1).has(Tag.CONDITION) ? i + 2 : i + 1;
        boolean number = tokens.isNumber(behind) && !tokens.isAny(behind + 1, Tag.HOUR, Tag.MINUTE, Tag.DAY);
        boolean reference = tokens.is(behind, Tag.REFERENCE) && !tokens.is(behind, Tag.MINE);
        return (number || reference)
                && (tokens.phrase(i).has(Tag.CONDITION) || tokens.phrase(i - 1).has(Tag.CONDITION));
    }

    private static void refusal(Scene scene, boolean negated, Set<Evidence> seen) {
        boolean cancelled = isCancelled(scene);
        if (negated || cancelled) {
            seen.add(Evidence.NOT_DONE);
        }
        if (cancelled) {
            seen.add(Evidence.WITHDRAWN);
        }
    }

    /**
     * Where the statement begins that holds the amount: a condition before a semicolon is of another one, and so is one before a
     * colon behind which the verb follows ("if you want to log it: the call took an hour").
     */
    private static int statementStart(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.amount().from();
        while (from > scene.sentence().from()
                && !tokens.isMark(from - 1, ';')
                && !(tokens.isMark(from - 1, ':') && scene.predicate().verb() > from)) {
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

    /** "I couldn't reach him and spent an hour": behind "and" a past form is no infinitive that the auxiliary before it governs. */
    private static Range sinceOtherMood(Tokens tokens, int from, int to) {
        for (int i = to - 1; i > Math.max(from + 1, to - MOOD_LOOK); i--) {
            boolean told = tokens.is(i - 1, Tag.AND)
                    && tokens.is(i, Tag.PAST)
                    && !tokens.isAny(i, Tag.BE, Tag.HAVE, Tag.MODAL);
            if (told) {
                return isOfInfinitive(tokens, from, i - 1) ? new Range(i, to) : new Range(from, to);
            }
        }
        return new Range(from, to);
    }

    private static boolean isOfInfinitive(Tokens tokens, int from, int to) {
        int modal = tokens.language().has(Habit.BARE_INFINITIVE) ? -1 : tokens.find(from, to, Tag.MODAL);
        return modal >= 0 && !tokens.has(modal + 1, to, Tag.BE) && !tokens.has(modal + 1, to, Tag.HAVE);
    }

    private static void mood(Scene scene, Range before, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        for (int i = before.from(); i < before.to(); i++) {
            if (Predicates.isModal(tokens, i) && !isMended(scene, i)) {
                seen.add(Evidence.MODAL_VERB);
            }
            if (isInfinitive(tokens, i) && !tokens.has(before, Tag.PAST)) {
                seen.add(Evidence.STILL_TO_DO);
            }
        }
    }

    /** "should be 4.5, not 45": what a figure should have been, and was not. */
    private static boolean isMended(Scene scene, int modal) {
        Tokens tokens = scene.tokens();
        int to = scene.amount().to();
        int other = tokens.isMark(to, ',') ? to + 1 : to;
        boolean figure = tokens.isNumber(other + 1) || tokens.is(other + 1, Tag.NUMBER);
        return scene.amount().from() - modal <= 2 && tokens.is(other, Tag.SUPERSEDING) && figure;
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
            if (isNo(tokens, i)
                    && !isWithout(tokens, i, before.to())
                    && !isOfCharge(tokens, i, before.to())
                    && !isOfFigure(tokens, i, before.to())
                    && !isNearly(tokens, i, before.to())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNo(Tokens tokens, int i) {
        return tokens.is(i, Tag.NEGATION)
                && !tokens.is(i - 1, Tag.PREPOSITION)
                && !isNumbered(tokens, i)
                && !isAnswer(tokens, i)
                && !tokens.isAny(i, Tag.NON_BILLABLE, Tag.CORRECTION);
    }

    /** "not quite three hours": how much it is; not "have not quite spent two hours". */
    private static boolean isNearly(Tokens tokens, int not, int amount) {
        return tokens.phrase(not).has(Tag.APPROXIMATE)
                && amount - not <= BESIDE
                && !tokens.has(not, amount, Tag.FINITE);
    }

    /**
     * "came without an appointment and sat with me for an hour", "read without a pause for an hour", "without-prejudice
     * meeting": what it denies is the thing behind it.
     */
    private static boolean isWithout(Tokens tokens, int not, int amount) {
        boolean thing = tokens.is(not + 1, Tag.ARTICLE);
        int and = thing ? tokens.find(not + 2, amount, Tag.AND) : -1;
        boolean how = thing && tokens.has(not + 2, amount, Tag.LASTING);
        return how || tokens.phrase(not).has(Tag.ADVERB) || (and >= 0 && tokens.has(and, amount, Tag.PAST));
    }

    /** "eine Stunde Besprechung fiel aus", "heute viel een uur uit", "wurde abgesagt": it did not take place. */
    private static boolean isCancelled(Scene scene) {
        Tokens tokens = scene.tokens();
        int to = scene.clause().to();
        int verb = tokens.find(scene.clause().from(), to, Tag.FALL);
        for (int i = Math.max(verb, scene.amount().to()); verb >= 0 && i < to; i++) {
            if (tokens.is(i, Tag.FALL_OUT) && (!tokens.isWord(i + 1) || tokens.is(i + 1, Tag.AND))) {
                return true;
            }
        }
        return isCancelledBehind(scene);
    }

    /** "zwei Stunden Schulung wurden abgesagt": a verb in the passive right behind what had the amount. */
    private static boolean isCancelledBehind(Scene scene) {
        Tokens tokens = scene.tokens();
        boolean passive = tokens.has(scene.clause().from(), scene.amount().from(), Tag.BE)
                && !tokens.has(scene.clause().from(), scene.amount().from(), Tag.SELF);
        for (int i = scene.amount().to(); i < scene.clause().to() && tokens.isWord(i); i++) {
            if (tokens.isAny(i, Tag.SELF, Tag.AND)) {
                return false;
            }
            passive |= tokens.is(i, Tag.BE);
            if (passive && tokens.is(i, Tag.CANCELLED)) {
                return true;
            }
        }
        return false;
    }

    /** "No, five hours": it denies what was asked, and what follows holds. */
    private static boolean isAnswer(Tokens tokens, int no) {
        boolean opens = !tokens.isWord(no - 1) || tokens.is(no - 1, Tag.AND);
        return tokens.isMark(no + 1, ',') && opens && !tokens.isMark(no - 1, ',');
    }

    /** "Don't put down the 25 minutes": what is not charged was worked. */
    private static boolean isOfCharge(Tokens tokens, int not, int amount) {
        return tokens.isAny(not + 1, Tag.BILL, Tag.CHARGED) && tokens.is(amount - 1, Tag.THE);
    }

    /**
     * "not 2.6 but 1.6": the figure right behind it is denied, and the one behind that is not. "None of the three hours goes
     * on the bill": there were three.
     */
    private static boolean isOfFigure(Tokens tokens, int not, int amount) {
        int figure = tokens.isAny(not + 1, Tag.APPROXIMATE, Tag.THE, Tag.ARTICLE) ? not + 2 : not + 1;
        boolean other = tokens.isNumber(figure) || tokens.is(figure, Tag.NUMBER);
        boolean some = tokens.is(not + 1, Tag.OF) && amount <= not + 3;
        return (other && figure < amount - 1) || some;
    }

    /** "order No. 3", "claim no 6". */
    private static boolean isNumbered(Tokens tokens, int no) {
        int number = tokens.isMark(no + 1, '.') ? no + 2 : no + 1;
        return tokens.is(no, Tag.REFERENCE) && tokens.isNumber(number);
    }

    /** "I was in court for an hour, adjourned to 12 December", "two hours on it, two more tomorrow": the day is of something else. */
    private static boolean isAside(Scene scene, int day) {
        for (int i = scene.amount().to(); i < day; i++) {
            boolean count = scene.tokens().isAny(i + 1, Tag.NUMBER, Tag.FURTHER);
            if (scene.tokens().isMark(i, ',') && (count || scene.predicate().hasVerb())) {
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
