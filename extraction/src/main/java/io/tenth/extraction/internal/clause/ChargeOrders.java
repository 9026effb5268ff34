package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/** Tells which amount is ordered to be charged of another: {@code took 3.0, bill 2.0}, {@code Please bill two hours.} behind the time worked. */
final class ChargeOrders {

    private static final Tags AROUND_AN_ORDER = Tags.of(
            Tag.REQUEST,
            Tag.ADVERB,
            Tag.SO,
            Tag.AND,
            Tag.OTHER,
            Tag.IT,
            Tag.APPROXIMATE,
            Tag.SUPERSEDING,
            Tag.PARTITIVE);

    /** "on the bill", "on their invoice". */
    private static final Tags ON_THE_BILL = Tags.of(Tag.PREPOSITION, Tag.THE, Tag.MINE, Tag.THEIR, Tag.ACCOUNT);

    private final Tokens tokens;

    ChargeOrders(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the second amount is what is charged of the first. */
    boolean charges(Scene first, Scene second, boolean sameSentence) {
        int to = second.amount().from();
        if (!ChargedFigures.isAtMost(first.amount(), second.amount()) || (hasWork(first) && hasWork(second))) {
            return false;
        }
        return sameSentence
                ? charges(first.amount().to(), to) || chargesBehind(to, second) || areUnits(second)
                : isOfOneBefore(first, second) && charges(first.amount().to(), to);
    }

    /** "Bill 1.5 for the letter. It took 3.1": whether the second amount is what was worked for the first. */
    boolean isWorkedOf(Scene charged, Scene worked) {
        Predicate predicate = worked.predicate();
        int verb = predicate.verb();
        boolean took = predicate.subject() == Subject.IT && tokens.is(verb, Tag.TAKE);
        boolean was = predicate.subject() == Subject.AUTHOR && tokens.is(verb, Tag.BE) && isPlain(worked);
        boolean next = worked.sentence().from() - charged.sentence().to() <= 1;
        int order = tokens.find(charged.sentence().from(), charged.amount().from(), Tag.CHARGED);
        return next
                && !tokens.is(verb, Tag.PRESENT)
                && isOrder(order)
                && charged.amount().minutes() < worked.amount().minutes()
                && (took || was);
    }

    /** "We were there": no work and nobody is named. */
    private boolean isPlain(Scene scene) {
        for (int i = scene.clause().from(); i < scene.amount().from(); i++) {
            if (tokens.isAny(i, Tag.WORK, Tag.GERUND) || tokens.isName(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOfOneBefore(Scene worked, Scene charged) {
        boolean pointed = worked.predicate().subject() == Subject.IT && !hasWork(worked);
        return isNothingElse(charged) || (pointed && !isToName(charged.amount().to())) || isOrderAlone(worked, charged);
    }

    /** "Please bill two hours.", "so put 4 hours on their invoice,": a part that charges and says nothing else. */
    private boolean isOrderAlone(Scene worked, Scene charged) {
        int from = charged.amount().from();
        int verb = from - 1;
        while (verb > charged.sentence().from() && !tokens.is(verb, Tag.CHARGED)) {
            verb--;
        }
        int start = verb;
        while (start > charged.sentence().from() && !tokens.isOneOf(start - 1, ",;:(")) {
            start--;
        }
        return tokens.is(verb, Tag.CHARGED)
                && areSmall(start, verb)
                && isToSameClient(worked, verb + 1, from)
                && endsSmall(charged)
                && !tokens.has(worked.sentence().from(), worked.amount().from(), Tag.CHARGED);
    }

    /** "Charge them six hours", "charge Harbor six hours" where the work was told of Harbor. */
    private boolean isToSameClient(Scene worked, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean same = tokens.isName(i) && isNamed(worked, tokens.text(i));
            if (!same && !areSmall(i, i + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNamed(Scene worked, String name) {
        Tokens subject = worked.page().subject();
        for (int i = 0; i < subject.size(); i++) {
            if (subject.text(i).equals(name)) {
                return true;
            }
        }
        for (int i = worked.sentence().from(); i < worked.sentence().to(); i++) {
            if (tokens.text(i).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** "two hours only", "4 hours on their invoice,", "three hours of the same", "six hours and nothing more". */
    private boolean endsSmall(Scene charged) {
        int from = charged.amount().to();
        int to = partEnd(charged);
        boolean part = tokens.is(from, Tag.OF) && !tokens.has(from, to, Tag.WORK);
        return part || areSmall(from, to) || (areOnBill(from, to) && tokens.is(to - 1, Tag.ACCOUNT));
    }

    private boolean areOnBill(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.isAny(i, ON_THE_BILL)) {
                return false;
            }
        }
        return true;
    }

    /** Up to what goes on behind the amount: a mark, "and", "since", "instead of". */
    private int partEnd(Scene scene) {
        int to = scene.amount().to();
        while (to < scene.sentence().to()
                && !tokens.isOneOf(to, ",;:.()")
                && !tokens.isAny(to, Tag.AND, Tag.SUBORDINATOR, Tag.SUPERSEDING)) {
            to++;
        }
        return to;
    }

    private boolean areSmall(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i) || (tokens.isWord(i) && !tokens.isAny(i, AROUND_AN_ORDER))) {
                return false;
            }
        }
        return true;
    }

    /** "for the letter I did": work of its own, which a figure that is only charged does not have. */
    private boolean hasWork(Scene scene) {
        int behind = scene.amount().to();
        boolean named = tokens.is(behind, Tag.PREPOSITION)
                && tokens.has(behind, scene.share().to(), Tag.WORK);
        return named || isWorkBefore(scene);
    }

    /** The verb of charging may be one of work as well: "write four units". */
    private boolean isWorkBefore(Scene scene) {
        for (int i = scene.share().from(); i < scene.amount().from(); i++) {
            boolean order = i == scene.amount().from() - 1 && tokens.is(i, Tag.CHARGED);
            if (tokens.is(i, Tag.WORK) && !order) {
                return true;
            }
        }
        return false;
    }

    /** "My fault, so put seven on the invoice": a bare figure with no work of its own, which can only be that of before. */
    private boolean isNothingElse(Scene charged) {
        int to = partEnd(charged);
        return charged.amount().is(Kind.BARE)
                && !tokens.has(charged.amount().to(), to, Tag.GERUND)
                && !tokens.has(charged.amount().to(), to, Tag.WORK)
                && !isToName(charged.amount().to());
    }

    /** "to Harbor": a client of its own. */
    private boolean isToName(int i) {
        return tokens.isWord(i) && tokens.isCapitalised(i + 1);
    }

    /** "charge 4", "bill Harbor four hours": whether a verb of charging leads to the amount. */
    boolean isOrdered(Scene scene) {
        return isOrdered(scene.sentence().from(), scene.amount().from());
    }

    private boolean isOrdered(int from, int to) {
        int farthest = tokens.language().has(Habit.VERB_LAST) ? 6 : 3;
        int verb = tokens.find(Math.max(from, to - farthest), to, Tag.CHARGED);
        return isOrder(verb) && !hasJoint(verb + 1, to);
    }

    private boolean charges(int from, int to) {
        boolean direct = isOrdered(from, to);
        int so = tokens.is(to - 2, Tag.SO) ? to - 2 : to - 1;
        return direct || (tokens.is(so, Tag.SO) && tokens.isMark(so - 1, ','));
    }

    /** Whether the verb is of another part: "cleaning invoice scans, 1 hr". */
    private boolean hasJoint(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isOneOf(i, "),;")) {
                return true;
            }
        }
        return false;
    }

    /** "34 Minuten, bitte sechs Einheiten verrechnen": the verb stands behind what is charged. */
    private boolean chargesBehind(int to, Scene second) {
        int end = second.amount().to();
        int verb = tokens.find(end, Math.min(end + 2, second.sentence().to()), Tag.CHARGED);
        return tokens.language().has(Habit.VERB_LAST) && isOrder(verb) && tokens.has(to - 2, to, Tag.REQUEST);
    }

    /** Whether the verb says that something is charged: not "nicht berechnen", and not "write off". */
    private boolean isOrder(int verb) {
        return verb >= 0 && !tokens.is(verb - 1, Tag.NEGATION) && !tokens.isAny(verb, Tag.NON_BILLABLE, Tag.WRITE_OFF);
    }

    /** "34 Minuten, das sind sechs Einheiten". */
    private boolean areUnits(Scene second) {
        int from = second.amount().from();
        return tokens.has(from, second.amount().to(), Tag.TENTH)
                && tokens.is(from - 1, Tag.BE)
                && tokens.is(from - 2, Tag.IT)
                && tokens.isMark(from - 3, ',');
    }
}
