package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/** Finds the verb that governs an amount, and its subject. */
final class Predicates {

    /** What is no noun that a clause behind it could describe. */
    private static final Tags NO_NOUNS = Tags.of(
            Tag.FINITE,
            Tag.ME,
            Tag.OTHER,
            Tag.SELF,
            Tag.AND,
            Tag.SUBORDINATOR,
            Tag.DATE_WORD,
            Tag.ADVERB,
            Tag.SUBORDINATOR_OR_NOT,
            Tag.TITLE,
            Tag.IT);

    /** What begins another clause than that of the verb before it. */
    private static final Tags BESIDE_OBJECTS = Tags.of(Tag.SELF, Tag.OTHER, Tag.IT, Tag.AND, Tag.SUBORDINATOR);

    private static final Tags BEFORE_A_NOUN =
            Tags.of(Tag.ARTICLE, Tag.PREPOSITION, Tag.POSSESSIVE, Tag.MINE, Tag.THEIR);

    /** What no subject is made of. */
    private static final Tags FILLERS = Tags.of(
            Tag.DATE_WORD,
            Tag.AND,
            Tag.SUBORDINATOR,
            Tag.APPROXIMATE,
            Tag.PREPOSITION,
            Tag.SO,
            Tag.ADVERB,
            Tag.REQUEST,
            Tag.TOTAL,
            Tag.ORDINAL_ENDING);

    private static final int DEEPEST = 3;

    /** How far a verb reaches to the last noun of its object. */
    private static final int OBJECT = 4;

    /** How far a role stands behind the preposition that governs it: "with the client's own expert". */
    private static final int PHRASE = 4;

    private final Tokens tokens;

    Predicates(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What stands between the author and somebody in one part of a sentence, where it is not news that joins the two. */
    private static final Tags NO_NEWS =
            Tags.of(Tag.PAST, Tag.PREPOSITION, Tag.AND, Tag.OR, Tag.MODAL, Tag.BE, Tag.HAVE, Tag.WORK, Tag.ADVERB);

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
        int verb = verbBefore(clause.from(), place);
        if (verb < 0) {
            return withoutVerbBefore(clause, place);
        }
        int group = groupStart(verb, clause.from());
        Subject subject = tokens.has(group, verb + 1, Tag.SELF) ? Subject.AUTHOR : subject(clause.from(), group);
        return new Predicate(verb, subject == Subject.IMPLIED ? shared(clause, sentence, depth) : subject);
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
    private Predicate withoutVerbBefore(Range clause, int place) {
        int verb = verbAfter(place, clause.to());
        if (isOwnedBehind(clause, place)) {
            return new Predicate(verb, Subject.SOMEBODY);
        }
        boolean opens = isEmpty(clause.from(), place);
        int own = opens ? ownVerbAfter(place, clause.to()) : -1;
        if (own >= 0) {
            return new Predicate(own, Subject.AUTHOR);
        }
        return verb < 0 || !opens || isParticiple(verb, place)
                ? new Predicate(-1, loneSubject(clause, place))
                : new Predicate(verb, subject(clause.from(), place));
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
                return main >= 0 ? main : i;
            }
        }
        return -1;
    }

    /** "rewriting it as you asked, and forty minutes": the verb of a clause that ends before the amount. */
    private boolean isAside(int verb, int from, int place) {
        int who = groupStart(verb, from) - 1;
        int joint = place - 1;
        boolean led = tokens.isAny(who - 1, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT) && isPerson(who);
        return led
                && !tokens.language().has(Habit.VERB_LAST)
                && joint > verb
                && joint <= verb + OBJECT
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
                && isPerson(who)
                && tokens.isWord(noun)
                && !tokens.isAny(noun, NO_NOUNS)
                && !tokens.isCapitalised(noun);
    }

    /** "sketched the drainage runs, 2 hrs": the verb whose object ends with a noun that could be a verb, or -1. */
    private int nounsVerb(int verb, int from) {
        if (tokens.isAny(verb, Tag.PAST, Tag.BE, Tag.HAVE, Tag.MODAL)) {
            return -1;
        }
        for (int i = verb - 1; i >= Math.max(from, verb - OBJECT) && tokens.isWord(i); i--) {
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
        return tokens.is(i, Tag.FINITE) && !tokens.is(i, Tag.GERUND) && !noModal && !joined;
    }

    /** A modal has its verb behind it: "will take"; not "the olographic will," nor "7 May". */
    static boolean isModal(Tokens tokens, int i) {
        if (tokens.language().has(Habit.VERB_LAST)) {
            return tokens.is(i, Tag.MODAL);
        }
        boolean month = tokens.is(i, Tag.MONTH) && tokens.isCapitalised(i);
        boolean led = tokens.isWord(i + 1) && !tokens.isAny(i + 1, Tag.PREPOSITION, Tag.AND);
        return tokens.is(i, Tag.FUTURE) || (tokens.is(i, Tag.MODAL) && !month && led);
    }

    /** A participle before its noun: "the amended petition". "this took" has a pronoun before it and is none. */
    private boolean isAttribute(int i) {
        boolean article = tokens.is(i - 1, Tag.THE) && (!tokens.is(i - 1, Tag.IT) || tokens.is(i, Tag.WORK));
        return article || tokens.isAny(i - 1, BEFORE_A_NOUN);
    }

    private boolean hasSubject(int verb) {
        return tokens.isAny(verb - 1, Tag.SELF, Tag.OTHER, Tag.IT, Tag.ROLE);
    }

    /** The first of the auxiliaries in front of a verb. */
    private int groupStart(int verb, int from) {
        int start = verb;
        while (start > from
                && (tokens.isAny(start - 1, Tag.MODAL, Tag.BE, Tag.HAVE, Tag.NEGATION)
                        || tokens.is(start - 1, Tag.ADVERB))
                && !tokens.is(start - 1, Tag.SELF)) {
            start--;
        }
        return start;
    }

    private Subject subject(int from, int to) {
        if (tokens.has(from, to + 1, Tag.SELF) || isMeAnd(from, to)) {
            return isHeard(from, to - 1) ? Subject.SOMEBODY : Subject.AUTHOR;
        }
        if (isDoing(from, to)) {
            return Subject.WORK;
        }
        if (hasSomebody(from, to)) {
            return Subject.SOMEBODY;
        }
        if (from < to && isPersonBeforeVerb(to - 1, from, to)) {
            return Subject.NAME;
        }
        return isEmpty(from, to) || isOnlyNamed(from, to) ? impliedBy(to) : thing(from, to);
    }

    /** "Me and Kyle were on it", where what stands behind "and" may be a clause of its own. */
    private boolean isMeAnd(int from, int to) {
        int me = tokens.is(from, Tag.AND) ? from - 1 : from;
        return tokens.is(me, Tag.ME) && !tokens.isWord(me - 1) && tokens.is(me + 1, Tag.AND) && me + 1 < to;
    }

    /** "I hear they talked", "I understand that Lin drove": what the author knows of somebody; not "the note I sent him took". */
    private boolean isHeard(int from, int who) {
        int verb = tokens.isAny(who - 1, Tag.IT, Tag.RELATIVE, Tag.SUBORDINATOR_OR_NOT) ? who - 2 : who - 1;
        boolean somebody =
                isPerson(who) || (tokens.isName(who) && !tokens.language().has(Habit.CAPITAL_NOUNS));
        return somebody
                && verb > from
                && tokens.is(verb - 1, Tag.SELF)
                && tokens.isWord(verb)
                && !tokens.isAny(verb, NO_NEWS);
    }

    private Subject thing(int from, int to) {
        if (tokens.has(from, to, Tag.WORK) || tokens.has(from, to, Tag.GERUND)) {
            return Subject.WORK;
        }
        return tokens.has(from, to, Tag.IT) ? Subject.IT : Subject.THING;
    }

    /** "Pierre, walked the fields", "Trask Oil, reread the forms": the reader or the matter, and then what was done. */
    private boolean isOnlyNamed(int from, int to) {
        if (!tokens.isMark(to - 1, ',') || !tokens.is(to, Tag.PAST) || tokens.isAny(to, Tag.TAKE, Tag.BE, Tag.HAVE)) {
            return false;
        }
        for (int i = from; i < to - 1; i++) {
            if (tokens.isWord(i) && !tokens.isName(i) && !tokens.isAny(i, FILLERS)) {
                return false;
            }
        }
        return !tokens.language().has(Habit.VERB_LAST);
    }

    /** "getting Mr Lind ready took", "redoing the joint between them took": what was done is the subject, whoever is named in it. */
    private boolean isDoing(int from, int to) {
        int first = from;
        while (first < to && (!tokens.isWord(first) || tokens.isAny(first, FILLERS))) {
            first++;
        }
        if (!tokens.is(first, Tag.GERUND) || tokens.is(first - 1, Tag.PREPOSITION)) {
            return false;
        }
        for (int i = first; i < to; i++) {
            if (tokens.isMark(i, ',')) {
                return false;
            }
        }
        return tokens.is(to, Tag.TAKE);
    }

    /** Where the verb stands without a subject its form can tell one: "ha impiegato", "ci sono volute"; not "se revisó". */
    private Subject impliedBy(int group) {
        if (tokens.phrase(group).has(Tag.IT)) {
            return Subject.IT;
        }
        int verb = group;
        while (tokens.isAny(verb, Tag.ADVERB, Tag.NEGATION) && !tokens.is(verb, Tag.FINITE)) {
            verb++;
        }
        boolean passive = verb > group && tokens.is(verb - 1, Tag.IT);
        return tokens.is(verb, Tag.OTHER) && !passive ? Subject.SOMEBODY : Subject.IMPLIED;
    }

    /** "il a passé"; not "il m'a fallu", a phrase without a person. */
    private boolean isPerson(int i) {
        return tokens.is(i, Tag.OTHER) && !tokens.phrase(i).has(Tag.IT);
    }

    /** Behind a preposition, an article between them or not: "con la signora Lind". */
    private boolean isGoverned(int i) {
        return tokens.is(i - 1, Tag.PREPOSITION) || (tokens.is(i - 1, Tag.THE) && tokens.is(i - 2, Tag.PREPOSITION));
    }

    private boolean hasSomebody(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean titled = tokens.is(i, Tag.TITLE) && tokens.isCapitalised(i + 1) && !isGoverned(i);
            boolean person = (isPerson(i) && !isObject(i)) || isRole(i, from) || titled;
            if (person && !isWithinSubject(i, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** "the job Mr Lind mentioned was": whoever has a verb of their own in front of the verb of time describes its subject. */
    private boolean isWithinSubject(int person, int from, int to) {
        int noun = tokens.is(person, Tag.ROLE) ? person - 2 : person - 1;
        boolean led = noun == person - 1 || tokens.is(person - 1, Tag.THE);
        if (!led || !tokens.isAny(to, Tag.TAKE, Tag.BE) || !isNounOfSubject(noun, from)) {
            return false;
        }
        boolean verb = false;
        for (int i = person + 1; i < to; i++) {
            if (!tokens.isWord(i) || tokens.isAny(i, Tag.AND, Tag.SUBORDINATOR)) {
                return false;
            }
            verb |= tokens.isAny(i, Tag.PAST, Tag.PRESENT, Tag.SAY);
        }
        return verb;
    }

    /** A noun behind its article, a few words between them, with nothing in front that would make it an object. */
    private boolean isNounOfSubject(int noun, int from) {
        if (!tokens.isWord(noun) || tokens.isAny(noun, NO_NOUNS) || tokens.isAny(noun, BEFORE_A_NOUN)) {
            return false;
        }
        for (int i = noun - 1; i >= Math.max(from, noun - OBJECT); i--) {
            if (tokens.isAny(i, Tag.THE, Tag.ARTICLE, Tag.MINE)) {
                return tokens.isMark(i - 1, ',') || isEmpty(from, i);
            }
        }
        return false;
    }

    /** "writing them up took", "the call with her was": whom the work was done to, or with. */
    private boolean isObject(int i) {
        return tokens.isAny(i - 1, Tag.PREPOSITION, Tag.GERUND);
    }

    /** A role as a subject: not after a preposition, where it is what the work was about. */
    private boolean isRole(int i, int from) {
        boolean called = i == from && tokens.isMark(i + 1, ',');
        if (!tokens.is(i, Tag.ROLE) || called) {
            return false;
        }
        for (int back = i - 1; back >= Math.max(from, i - PHRASE); back--) {
            if (tokens.isAny(back, Tag.PREPOSITION, Tag.GERUND, Tag.WORK) && !isPresiding(back)) {
                return false;
            }
        }
        boolean ofWork = tokens.is(i + 1, Tag.WORK) && !tokens.is(i + 1, Tag.PAST);
        return !ofWork && !tokens.is(i + 1, Tag.POSSESSIVE) && !tokens.isMark(i + 1, '\'');
    }

    /** "the presiding judge": an attribute, and no verb that has the judge as its object. */
    private boolean isPresiding(int i) {
        return tokens.is(i, Tag.GERUND) && tokens.isAny(i - 1, Tag.THE, Tag.THEIR, Tag.MINE);
    }

    /** A name right before the verb: capitalised, unknown, and with nothing in front that makes it an object; "o Túlio ficou". */
    private boolean isPersonBeforeVerb(int i, int from, int to) {
        if (!tokens.isName(i) || tokens.isCellStart(to)) {
            return false;
        }
        int first = tokens.is(i - 1, Tag.THE) && tokens.is(to, Tag.OTHER) ? i - 2 : i - 1;
        for (int back = first; back >= Math.max(from, i - 3); back--) {
            if (tokens.isAny(back, Tag.PREPOSITION, Tag.GERUND, Tag.WORK, Tag.THE)) {
                return false;
            }
        }
        return !tokens.is(to, Tag.TAKE) && (!tokens.is(to, Tag.BE) || tokens.is(to, Tag.OTHER));
    }

    /** Whether nothing stands there that could be a subject: only days, adverbs, joints and marks. */
    private boolean isEmpty(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean filler = !tokens.isWord(i) || tokens.isAny(i, FILLERS) || isGoverned(i);
            if (!filler) {
                return false;
            }
        }
        return true;
    }

    /** Who a clause without a verb is about. */
    private Subject loneSubject(Range clause, int place) {
        if (tokens.has(clause.from(), place, Tag.SELF)) {
            return Subject.AUTHOR;
        }
        return hasLoneSomebody(clause.from(), place) ? Subject.SOMEBODY : Subject.IMPLIED;
    }

    /** "2.2 of Jason's". */
    private boolean isOwnedBehind(Range clause, int place) {
        for (int i = place + 1; i < Math.min(place + 4, clause.to()); i++) {
            if (tokens.is(i, Tag.BY) && isName(i + 1)) {
                return true;
            }
            if (tokens.is(i, Tag.OF) && tokens.isCapitalised(i + 1) && tokens.is(i + 2, Tag.POSSESSIVE)) {
                return !tokens.is(i + 1, Tag.DATE_WORD);
            }
        }
        return false;
    }

    private boolean isName(int i) {
        return tokens.isCapitalised(i) && !tokens.is(i, Tag.DATE_WORD) && !tokens.is(i, Tag.SELF);
    }

    private boolean hasLoneSomebody(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean owner = isOwner(i, to) || (tokens.is(i, Tag.POSSESSIVE) && isOwnersOf(i, to));
            if (owner || (tokens.is(i, Tag.OTHER) && !isObject(i) && !tokens.is(i - 1, Tag.BILL))) {
                return true;
            }
        }
        return false;
    }

    /** "her 4.1", "their own two hours"; not "with their foreman 2.2" nor "a note to her - 0.5". */
    private boolean isOwner(int their, int amount) {
        boolean near = their == amount - 1 || (their == amount - 2 && !isObject(their));
        return near && tokens.is(their, Tag.THEIR);
    }

    /** "Len's 4.1 hours": a name's possessive right before the amount; not "yesterday's hour". */
    private boolean isOwnersOf(int possessive, int amount) {
        return possessive == amount - 1
                && tokens.isCapitalised(possessive - 1)
                && !tokens.is(possessive - 1, Tag.DATE_WORD);
    }
}
