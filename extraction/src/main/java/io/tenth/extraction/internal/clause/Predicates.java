package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.locale.Word;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/** Finds the verb that governs an amount, and its subject. */
final class Predicates {

    /** What begins another clause than that of the verb before it. */
    private static final Tags BESIDE_OBJECTS = Tags.of(Tag.SELF, Tag.OTHER, Tag.IT, Tag.AND, Tag.SUBORDINATOR);

    private static final int DEEPEST = 3;

    private final Tokens tokens;
    private final Subjects subjects;
    private final Asides asides;
    private final Delegation delegation;
    private final Emphasis emphasis;

    Predicates(Tokens tokens) {
        this.tokens = tokens;
        this.subjects = new Subjects(tokens);
        this.asides = new Asides(tokens, subjects);
        this.delegation = new Delegation(tokens);
        this.emphasis = new Emphasis(tokens);
    }

    /** The verb that governs what stands at token {@code place}. */
    Predicate of(Range clause, Range sentence, int place) {
        return of(clause, sentence, place, DEEPEST);
    }

    /** "the 25 minutes I spent on the form": a relative clause says whose time it was, whatever governs the whole. */
    Predicate relative(Amount amount) {
        boolean pointed = tokens.is(amount.from() - 1, Tag.THE) || tokens.is(amount.from() - 2, Tag.THE);
        int who = tokens.is(amount.to(), Tag.IT) ? amount.to() + 1 : amount.to();
        int verb = tokens.isAny(who + 1, Tag.HAVE, Tag.ADVERB) ? who + 2 : who + 1;
        boolean past = tokens.is(verb, Tag.PAST) && !tokens.is(verb, Tag.MODAL);
        boolean own = pointed && past && tokens.is(who, Tag.SELF);
        return new Predicate(own ? verb : -1, own ? Subject.AUTHOR : Subject.IMPLIED);
    }

    private Predicate of(Range clause, Range sentence, int place, int depth) {
        if (depth > 0 && isSequelOfAside(clause, place)) {
            var main = new Range(sentence.from(), clause.from());
            return main.isEmpty() ? new Predicate(-1, Subject.IMPLIED) : of(main, sentence, clause.from(), depth - 1);
        }
        int verb = verbBefore(clause.from(), place);
        if (!joins(place) && delegation.isOfAnother(clause.from(), verb, place)) {
            return new Predicate(verb, Subject.SOMEBODY);
        }
        return verb < 0 ? withoutVerbBefore(clause, sentence, place) : ofVerb(verb, clause, sentence, place, depth);
    }

    private Predicate ofVerb(int verb, Range clause, Range sentence, int place, int depth) {
        int group = groupStart(verb, clause.from());
        if (emphasis.isAnotherThat(clause.from(), verb, group)) {
            return new Predicate(verb, Subject.SOMEBODY);
        }
        boolean so = emphasis.isSoAuthor(place, sentence.to());
        Subject apart = so ? Subject.AUTHOR : asides.subject(sentence.from(), group);
        if (apart != Subject.IMPLIED) {
            return new Predicate(verb, apart);
        }
        boolean author = tokens.has(group, verb + 1, Tag.SELF) || emphasis.isAuthorWho(clause.from());
        Subject subject = author ? Subject.AUTHOR : subjects.before(clause.from(), group);
        return new Predicate(verb, subject == Subject.IMPLIED ? shared(clause, sentence, depth) : subject);
    }

    /** "waited because the jury had a question, then 35 minutes": the next activity is of whoever the main clause tells of. */
    private boolean isSequelOfAside(Range clause, int place) {
        return tokens.isAny(clause.from(), Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT)
                && (Sequels.next(tokens, place) > clause.from() || isParted(clause, place))
                && !tokens.language().has(Habit.VERB_LAST);
    }

    /** "I read it because Jens was away, two hours": behind a comma the time is of the main clause, unless the verb takes it. */
    private boolean isParted(Range clause, int place) {
        int who = clause.from() - 2;
        boolean described = tokens.isMark(who + 1, ',') && (tokens.isName(who) || tokens.is(who, Tag.ROLE));
        return tokens.isMark(place - 1, ',')
                && !described
                && !tokens.is(clause.from(), Tag.IT)
                && !tokens.is(clause.from(), Tag.SO)
                && !tokens.has(clause.from(), place, Tag.TAKE)
                && !tokens.has(clause.from(), place, Tag.SPEND);
    }

    /** The subject of a clause that names none: "which" is the thing before it, and a joint may share a person with it. */
    private Subject shared(Range clause, Range sentence, int depth) {
        if (tokens.is(clause.from(), Tag.SUBORDINATOR) && tokens.is(clause.from(), Tag.IT)) {
            return Subject.IT;
        }
        if (depth == 0 || clause.from() <= sentence.from() || !joins(clause.from())) {
            return Subject.IMPLIED;
        }
        var before = new Range(sentence.from(), clause.from());
        Predicate shared = of(before, sentence, clause.from(), depth - 1);
        boolean person = shared.subject() == Subject.SOMEBODY || shared.subject() == Subject.NAME;
        return shared.hasVerb() && person ? shared.subject() : Subject.IMPLIED;
    }

    /** The amount itself may be the subject ("an hour went on the index"), or there is no verb at all. */
    private Predicate withoutVerbBefore(Range clause, Range sentence, int place) {
        int verb = verbAfter(place, clause.to());
        if (tokens.is(clause.from(), Tag.SUBORDINATOR_OR_NOT) && tokens.is(clause.from() + 1, Tag.GERUND)) {
            return ofMainClause(clause, sentence, place);
        }
        if (subjects.isOwnedBehind(clause, place) || subjects.isDoerBehind(verb, clause.to())) {
            return new Predicate(verb, Subject.SOMEBODY);
        }
        return subjects.isEmpty(clause.from(), place)
                ? ofAmountFirst(clause, verb, place)
                : new Predicate(-1, subjects.ofVerbless(clause, place));
    }

    private Predicate ofAmountFirst(Range clause, int verb, int place) {
        if (emphasis.isFronted(place, verb)) {
            return new Predicate(verb, Subject.IT);
        }
        int own = ownVerbAfter(place, clause.to());
        if (own >= 0) {
            return new Predicate(own, Subject.AUTHOR);
        }
        return verb < 0 || isParticiple(verb, place)
                ? new Predicate(-1, subjects.ofVerbless(clause, place))
                : new Predicate(verb, subjects.before(clause.from(), place));
    }

    /** "after translating for two hours I rang him", "I rang him after translating for two hours": whoever rang has translated. */
    private Predicate ofMainClause(Range clause, Range sentence, int place) {
        var before = new Range(sentence.from(), clause.from());
        Predicate main = before.isEmpty() ? null : of(before, sentence, clause.from(), 0);
        if (main != null && main.hasVerb()) {
            return main;
        }
        int own = ownVerbAfter(place, sentence.to());
        return own >= 0 ? new Predicate(own, Subject.AUTHOR) : new Predicate(-1, Subject.IMPLIED);
    }

    /** "de 9h à 11h30 j'ai fait les recherches": the verb of the author behind an amount that opens the clause, or -1. */
    private int ownVerbAfter(int place, int to) {
        for (int i = place + 1; i < to; i++) {
            if (tokens.is(i, Tag.SELF) && !tokens.isAny(i - 1, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT)) {
                int verb = tokens.find(i, Math.min(to, i + DEEPEST + 1), Tag.PAST);
                return tokens.is(verb, Tag.MODAL) ? -1 : verb;
            }
        }
        return -1;
    }

    private boolean joins(int i) {
        return tokens.is(i, Tag.AND) || tokens.is(i - 1, Tag.AND) || tokens.isMark(i - 1, ',');
    }

    /** A participle right behind the amount belongs to a noun ("2 hours logged"), not to a subject. */
    private boolean isParticiple(int verb, int place) {
        return verb - place <= 2 && !tokens.isAny(verb, Tag.TAKE, Tag.BE);
    }

    private int verbBefore(int from, int place) {
        for (int i = place - 1; i >= from; i--) {
            if (isFinite(i, from) && !isAside(i, from, place)) {
                int main = mainVerb(i, from);
                return main >= 0 ? main : firstOfPhrase(i, from);
            }
        }
        return -1;
    }

    /** "levou-me", "hicieron falta": the verb of a phrase of verb and pronoun, or of verb and noun, is its first word. */
    private int firstOfPhrase(int verb, int from) {
        int first = verb;
        while (first > from && isBehindItsVerb(first)) {
            first--;
        }
        return first;
    }

    private boolean isBehindItsVerb(int i) {
        Word phrase = tokens.phrase(i);
        boolean noun = phrase.has(Tag.TAKE) && phrase.has(Tag.IT);
        return (noun || tokens.is(i, Tag.ME)) && phrase == tokens.phrase(i - 1);
    }

    /** "rewriting it as you asked, and forty minutes": the verb of a clause that ends before the amount. */
    private boolean isAside(int verb, int from, int place) {
        int who = groupStart(verb, from) - 1;
        int joint = place - 1;
        boolean led = tokens.isAny(who - 1, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT) && subjects.isPerson(who);
        return led
                && !tokens.language().has(Habit.VERB_LAST)
                && joint > verb
                && joint <= verb + Subjects.OBJECT
                && tokens.is(joint, Tag.AND)
                && who - 1 > from;
    }

    /** The verb in front of one that governs only a noun, or looks like a verb and is a noun; or -1. */
    private int mainVerb(int verb, int from) {
        if (tokens.language().has(Habit.VERB_LAST)) {
            return -1;
        }
        int group = groupStart(verb, from);
        int who = tokens.is(group, Tag.OTHER) ? group : group - 1;
        int main = isDescription(who, from) ? verbBefore(from, who - 1) : -1;
        return main >= 0 && tokens.isAny(main, Tag.WORK, Tag.SPEND) ? main : nounsVerb(verb, from);
    }

    /** "reviewed the draft he sent, 1.5": whether a clause that begins with a person describes the noun in front of it. */
    private boolean isDescription(int who, int from) {
        int noun = who - 1;
        return noun > from
                && subjects.isPerson(who)
                && tokens.isWord(noun)
                && !tokens.isAny(noun, Subjects.NO_NOUNS)
                && !tokens.isCapitalised(noun);
    }

    /** "sketched the drainage runs, 2 hrs": the verb whose object ends with a noun that could be a verb, or -1. */
    private int nounsVerb(int verb, int from) {
        if (tokens.isAny(verb, Tag.PAST, Tag.BE, Tag.HAVE, Tag.MODAL)) {
            return -1;
        }
        for (int i = verb - 1; i >= Math.max(from, verb - Subjects.OBJECT) && tokens.isWord(i); i--) {
            if (tokens.isAny(i, BESIDE_OBJECTS)) {
                return -1;
            }
            if (tokens.is(i, Tag.PAST)) {
                return isFinite(i, from) ? i : -1;
            }
        }
        return -1;
    }

    private int verbAfter(int place, int to) {
        for (int i = place + 1; i < to; i++) {
            if (tokens.isAny(i, Tag.TAKE, Tag.BE, Tag.HAVE, Tag.MODAL) && isFinite(i, place)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isFinite(int i, int from) {
        if (!isVerb(i)) {
            return false;
        }
        if (i == from || tokens.isAny(i, Tag.MODAL, Tag.BE, Tag.HAVE)) {
            return i > from || tokens.isAny(i, Tag.PAST, Tag.SELF);
        }
        boolean infinitive = tokens.is(i - 1, Tag.TO) && !tokens.is(i, Tag.PAST);
        return !infinitive && !isAttribute(i) && (!tokens.is(i, Tag.BILL) || hasSubject(i));
    }

    private boolean isVerb(int i) {
        boolean noModal = tokens.is(i, Tag.MODAL) && !isModal(tokens, i);
        boolean joined = tokens.isTouching(i + 1, '-') && !tokens.isAny(i + 2, Tag.ME, Tag.ADVERB);
        boolean sum = tokens.phrase(i).has(Tag.TOTAL) && tokens.phrase(i).has(Tag.ADVERB);
        return tokens.is(i, Tag.FINITE) && !tokens.is(i, Tag.GERUND) && !noModal && !joined && !sum;
    }

    /**
     * A modal has its verb behind it: "will take"; not "the olographic will," nor "7 May", and "must have spent" tells of what was,
     * as "is gaan zitten" does.
     */
    static boolean isModal(Tokens tokens, int i) {
        if (tokens.language().has(Habit.VERB_LAST)) {
            return isModalOfLast(tokens, i);
        }
        if (tokens.phrase(i).has(Tag.HAVE) && tokens.is(i + 2, Tag.PAST) && !tokens.is(i + 2, Tag.BE)) {
            return false;
        }
        boolean month = tokens.is(i, Tag.MONTH) && tokens.isCapitalised(i);
        boolean led = tokens.isWord(i + 1) && !tokens.isAny(i + 1, Tag.PREPOSITION, Tag.AND);
        return tokens.is(i, Tag.FUTURE) || (tokens.is(i, Tag.MODAL) && !month && led);
    }

    private static boolean isModalOfLast(Tokens tokens, int i) {
        return tokens.is(i, Tag.MODAL) && !tokens.phrase(i).has(Tag.TAKE);
    }

    /** A participle before its noun: "the amended petition". "this took" has a pronoun before it and is none, nor is "la redacté", whose form tells who did it. */
    private boolean isAttribute(int i) {
        boolean article = tokens.is(i - 1, Tag.THE) && (!tokens.is(i - 1, Tag.IT) || tokens.is(i, Tag.WORK));
        boolean pronoun = tokens.isAny(i, Tag.SELF, Tag.OTHER) && tokens.is(i, Tag.PAST);
        return (article && !pronoun) || tokens.isAny(i - 1, Subjects.BEFORE_A_NOUN);
    }

    private boolean hasSubject(int verb) {
        return tokens.isAny(verb - 1, Tag.SELF, Tag.OTHER, Tag.IT, Tag.ROLE);
    }

    /** "ci ha tenuti occupati", "me han tenido ocupado": a participle between the auxiliary and what took the time. */
    private boolean isHolding(int i) {
        return tokens.is(i, Tag.PAST) && tokens.is(i + 1, Tag.TAKE) && tokens.is(i - 1, Tag.HAVE);
    }

    /** The first of the auxiliaries in front of a verb. */
    private int groupStart(int verb, int from) {
        int start = verb;
        while (start > from
                && (tokens.isAny(start - 1, Tag.MODAL, Tag.BE, Tag.HAVE, Tag.NEGATION)
                        || tokens.is(start - 1, Tag.ADVERB)
                        || isHolding(start - 1))
                && !tokens.is(start - 1, Tag.SELF)) {
            start--;
        }
        return start;
    }
}
