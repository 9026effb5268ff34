package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;

/** Tells which amount is ordered to be charged of another: {@code took 3.0, bill 2.0}, {@code Please bill two hours.} behind the time worked. */
final class ChargeOrders {

    private static final Tags BEFORE_AN_ORDER = Tags.of(Tag.REQUEST, Tag.SO);

    private static final Tags BEFORE_A_VERB = Tags.of(Tag.MODAL, Tag.REQUEST, Tag.SUBORDINATOR, Tag.TO);

    private static final Tags AROUND_AN_ORDER = Tags.of(
            Tag.LASTING,
            Tag.REQUEST,
            Tag.ADVERB,
            Tag.SO,
            Tag.AND,
            Tag.OTHER,
            Tag.IT,
            Tag.APPROXIMATE,
            Tag.SUPERSEDING,
            Tag.PARTITIVE);

    private static final List<Tag> KINDS =
            List.of(Tag.CALL, Tag.MEETING, Tag.TRAVEL, Tag.DRAFTING, Tag.REVIEW, Tag.RESEARCH);

    /** "on the bill", "on their invoice". */
    private static final Tags ON_THE_BILL = Tags.of(Tag.PREPOSITION, Tag.THE, Tag.MINE, Tag.THEIR, Tag.ACCOUNT);

    /** How far a verb stands before its figure, and how long a part or a clause is at most: no sentence is read anew at each amount. */
    private static final int REACH = 8;

    private static final int LONGEST = 40;

    private static final int SMALL_WORDS = 5;

    private static final Tags BEFORE_ASKED =
            Tags.of(Tag.ADVERB, Tag.OTHER, Tag.SUBORDINATOR, Tag.RESET_TO, Tag.APPROXIMATE, Tag.PARTITIVE);

    /** Minutes: a tenth of an hour. */
    private static final int UNIT = 6;

    /** "of the same", "of that". */
    private static final int PART = 3;

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
        if (sameSentence && isNextOrder(first, to)) {
            return false;
        }
        if (isRounded(first, second)) {
            return true;
        }
        return sameSentence
                ? charges(first.amount().to(), to) || isSaidToBeCharged(second)
                : isOfOneBefore(first, second) && charges(first.amount().to(), to);
    }

    /** "16 minutes. That's three tenths", "88 minutes on the clock. Recorded as fifteen units": the same time in the unit it is charged in. */
    private boolean isRounded(Scene worked, Scene charged) {
        int minutes = charged.amount().minutes();
        boolean near = Math.abs(minutes - worked.amount().minutes()) < UNIT && minutes % UNIT == 0;
        boolean tenths = worked.amount().minutes() % UNIT != 0 && tokens.has(charged.sentence(), Tag.TENTH);
        return near && tenths && !namesAnother(worked, charged);
    }

    /** "40 minutes on Orme. Seven units on Haldane": whether the sentence of the second has a name that is not told of with the first. */
    boolean namesAnother(Scene worked, Scene charged) {
        Range range = between(worked, charged);
        for (int i = range.from(); i < range.to(); i++) {
            if (tokens.isName(i) && !isNamed(worked, tokens.text(i))) {
                return true;
            }
        }
        return false;
    }

    /** The sentence of the second as far as it stands behind the first and near to the second. */
    static Range between(Scene worked, Scene charged) {
        int near = Math.max(charged.sentence().from(), charged.amount().from() - LONGEST);
        int end = Math.min(charged.sentence().to(), charged.amount().to() + LONGEST);
        return new Range(Math.max(worked.amount().to(), near), end);
    }

    private boolean isSaidToBeCharged(Scene second) {
        return chargesBehind(second.amount().from(), second) || areUnits(second);
    }

    /** "charge 0.9 for the papers, and charge 0.4 for the call": each is ordered by itself; not "I'd normally charge 3, and charge 2". */
    private boolean isNextOrder(Scene first, int second) {
        int from = first.amount().from();
        var before = new Range(first.sentence().from(), second);
        return tokens.is(from - 1, Tag.CHARGED)
                && tokens.is(second - 1, Tag.CHARGED)
                && tokens.is(second - 2, Tag.AND)
                && !tokens.has(before, Tag.NEGATION)
                && !tokens.has(before, Tag.HABIT)
                && !tokens.has(before, Tag.MODAL);
    }

    /** "Bill 1.5 for the letter. It took 3.1.": whether the second amount is what was worked for the first. */
    boolean isWorkedOf(Scene charged, Scene worked) {
        int verb = worked.predicate().verb();
        int apart = worked.sentence().from() - charged.sentence().to();
        boolean took = tokens.is(verb, Tag.TAKE) && !tokens.is(verb, Tag.PRESENT);
        return (apart == 0 || apart == 1)
                && tokens.is(worked.sentence().from(), Tag.IT)
                && took
                && !tokens.isWord(worked.amount().to())
                && charged.amount().minutes() < worked.amount().minutes()
                && isOrdered(charged)
                && opensSmall(charged.sentence().from(), lastOrder(charged));
    }

    /** The nearest verb of charging before the amount, of "bill only" its first word, or -1. */
    private int lastOrder(Scene scene) {
        int verb = scene.amount().from() - 1;
        int first = Math.max(scene.sentence().from(), scene.amount().from() - REACH);
        while (verb >= first && !isVerb(verb)) {
            verb--;
        }
        while (verb > first && isVerb(verb - 1)) {
            verb--;
        }
        return verb < first ? -1 : verb;
    }

    /** A verb of charging, or where it is told to somebody one of writing down: "Enter", "kindly debit"; "log" may be a noun. */
    private boolean isVerb(int i) {
        boolean told = tokens.isBreak(i - 1) || tokens.isOneOf(i - 1, ".;:") || tokens.isAny(i - 1, BEFORE_AN_ORDER);
        boolean written = tokens.is(i, Tag.BOOKED) && tokens.is(i + 1, Tag.RESET_TO);
        return tokens.is(i, Tag.CHARGED) || (told && (written || isBare(i)));
    }

    private boolean isBare(int i) {
        return tokens.is(i, Tag.BILL) && !tokens.isAny(i, Tag.BOOKED, Tag.GERUND);
    }

    private boolean isOfOneBefore(Scene worked, Scene charged) {
        return isNothingElse(charged) || isOrderAlone(worked, charged);
    }

    /** "Please bill two hours.", "Charge two for the memo." behind "It took three": a sentence that orders and names no other work. */
    boolean isOrderAlone(Scene worked, Scene charged) {
        int verb = lastOrder(charged);
        return verb >= 0
                && opensSmall(charged.sentence().from(), verb)
                && !tokens.isMark(charged.sentence().to(), '?')
                && isToSameClient(worked, verb + 1, charged.amount().from())
                && isOfNothingElse(worked, charged)
                && lastOrder(worked) < 0;
    }

    private boolean isOfNothingElse(Scene worked, Scene charged) {
        boolean pointed = worked.predicate().subject() == Subject.IT
                && !hasWork(worked)
                && !tokens.is(worked.amount().to(), Tag.TO)
                && isForThat(charged.amount().to());
        return pointed || endsSmall(charged) || isForAll(charged) || isForSame(worked, charged);
    }

    /** "for the memo": what took the time that the sentence before tells of. */
    private boolean isForThat(int i) {
        return tokens.is(i, Tag.LASTING)
                && tokens.is(i + 1, Tag.THE)
                && !(tokens.isWord(i + 3) && !tokens.is(i + 3, Tag.AND));
    }

    /** "for both", "for the lot", "for me". */
    private boolean isForAll(Scene charged) {
        int to = charged.amount().to();
        int all = tokens.is(to + 1, Tag.THE) ? to + 2 : to + 1;
        return tokens.is(to, Tag.LASTING) && tokens.isAny(all, Tag.WHOLE, Tag.EACH, Tag.ME) && !tokens.isWord(all + 1);
    }

    /** "against Ibarra" where it was told of Ibarra, "for the call" where it was a call. */
    private boolean isForSame(Scene worked, Scene charged) {
        int to = charged.amount().to();
        int end = partEnd(charged);
        if (!tokens.is(to, Tag.PREPOSITION) || end - to > PART) {
            return false;
        }
        boolean thing = tokens.is(to + 1, Tag.THE) && end == to + PART;
        return thing ? isOfKind(worked, to + 2) : isToSameClient(worked, to + 1, end);
    }

    /** Whether the work was of the same kind as the noun: "kept me on the line", "the call". */
    private boolean isOfKind(Scene worked, int noun) {
        for (Tag kind : KINDS) {
            if (tokens.is(noun, kind) && tokens.has(worked.sentence(), kind)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but small words stands before the verb in its sentence, or behind ", so": "so please bill". */
    private boolean opensSmall(int from, int verb) {
        int start = verb;
        while (start > from && tokens.isWord(start - 1) && areSmall(start - 1, start)) {
            start--;
        }
        boolean so = start < verb && tokens.isMark(start - 1, ',') && tokens.is(start, Tag.SO);
        return verb >= 0 && (start == from || so || isAskedOf(from, verb));
    }

    /** "As we agreed kindly bill", "I'd like you to bill". */
    private boolean isAskedOf(int from, int verb) {
        boolean wanted = tokens.is(verb - 1, Tag.TO) && tokens.is(verb - 2, Tag.OTHER);
        return (wanted || tokens.is(verb - 1, Tag.REQUEST)) && !tokens.has(from, verb - 1, Tag.WORK);
    }

    /** "Charge them six hours", "charge Harbor six hours" where the work was told of Harbor. */
    private boolean isToSameClient(Scene worked, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean same = tokens.isName(i) && isNamed(worked, tokens.text(i));
            if (!same && !isParticle(i) && !isWhom(i, to) && !areSmall(i, i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** "put down", "record as", "put me in for". */
    private boolean isParticle(int i) {
        boolean near =
                (tokens.isAny(i, Tag.CHANGE, Tag.RESET_TO) || tokens.phrase(i).has(Tag.RESET)) && isVerb(i - 1);
        return near || (tokens.is(i, Tag.PREPOSITION) && tokens.is(i + 1, Tag.LASTING)) || tokens.is(i, Tag.ME);
    }

    /** "bill her half an hour", "charge the client three hours": of nobody else was anything told. */
    private boolean isWhom(int i, int figure) {
        int noun = tokens.is(i, Tag.THE) ? i + 1 : i;
        boolean client = tokens.is(noun, Tag.CLIENT_HEADER) && tokens.is(noun - 1, Tag.THE);
        return client || (i == figure - 1 && tokens.is(i, Tag.THEIR));
    }

    private boolean isNamed(Scene worked, String name) {
        Tokens subject = worked.page().subject();
        for (int i = 0; i < subject.size(); i++) {
            if (subject.text(i).equals(name)) {
                return true;
            }
        }
        int from = Math.max(worked.sentence().from(), worked.amount().from() - LONGEST);
        int to = Math.min(worked.sentence().to(), worked.amount().to() + LONGEST);
        for (int i = from; i < to; i++) {
            if (tokens.text(i).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** "two hours only", "4 hours on their invoice,", "3.5 to the client", "three hours of the same", "six hours and nothing more". */
    private boolean endsSmall(Scene charged) {
        int from = charged.amount().to();
        int to = partEnd(charged);
        boolean part = tokens.is(from, Tag.OF) && tokens.isAny(from + 1, Tag.THE, Tag.IT) && to - from <= PART;
        boolean client = tokens.is(from, Tag.TO) && tokens.is(from + 2, Tag.CLIENT_HEADER) && to - from <= PART;
        return part || client || areSmall(from, to) || (areOnBill(from, to) && tokens.is(to - 1, Tag.ACCOUNT));
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
        while (to < Math.min(scene.sentence().to(), scene.amount().to() + LONGEST)
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
                && !tokens.is(behind, Tag.ACCOUNT)
                && tokens.has(behind, scene.share().to(), Tag.WORK);
        return named || isWorkBefore(scene);
    }

    /** The verb of charging may be one of work as well: "write four units". */
    private boolean isWorkBefore(Scene scene) {
        int verb = lastOrder(scene);
        boolean led = !tokens.isWord(verb - 1) || tokens.isAny(verb - 1, BEFORE_A_VERB);
        for (int i = scene.share().from(); i < scene.amount().from(); i++) {
            boolean order = i == verb && led;
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
                && !isOfThing(charged.amount().to(), to)
                && !tokens.has(charged.amount().to(), to, Tag.DATE_WORD)
                && !tokens.has(charged.amount().to(), to, Tag.GERUND)
                && !tokens.has(charged.amount().to(), to, Tag.WORK)
                && !isToName(charged.amount().to());
    }

    /** "on the tax return"; not "on the invoice", "for the memo". */
    private boolean isOfThing(int from, int to) {
        boolean led = tokens.is(from, Tag.PREPOSITION) && !tokens.is(from, Tag.LASTING);
        return led && !tokens.has(from, to, Tag.ACCOUNT) && !tokens.is(from + 1, Tag.IT);
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
        int farthest = tokens.language().has(Habit.VERB_LAST) ? 6 : 4;
        int verb = Math.max(from, to - farthest);
        while (verb < to && !isVerb(verb)) {
            verb++;
        }
        return verb < to && isOrder(verb) && !hasJoint(verb + 1, to);
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
        return tokens.language().has(Habit.VERB_LAST) && isOrder(verb) && isAsked(to);
    }

    /** "bitte aber nur 3,5 ansetzen", "mag je als drie factureren": whether the small words before a figure ask for it. */
    private boolean isAsked(int figure) {
        for (int i = figure - 1; i >= figure - SMALL_WORDS && tokens.isWord(i); i--) {
            if (tokens.is(i, Tag.REQUEST) || (tokens.is(i, Tag.MODAL) && tokens.is(figure - 1, Tag.RESET_TO))) {
                return true;
            }
            if (!tokens.isAny(i, BEFORE_ASKED)) {
                return false;
            }
        }
        return false;
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
