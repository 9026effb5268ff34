package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/** Tells who or what the subject of a clause is. */
final class Subjects {

    /** What is no noun that a clause behind it could describe. */
    static final Tags NO_NOUNS = Tags.of(
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

    static final Tags BEFORE_A_NOUN = Tags.of(Tag.ARTICLE, Tag.PREPOSITION, Tag.POSSESSIVE, Tag.MINE, Tag.THEIR);

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

    /** What stands between the author and somebody in one part of a sentence, where it is not news that joins the two. */
    private static final Tags NO_NEWS =
            Tags.of(Tag.PAST, Tag.PREPOSITION, Tag.AND, Tag.OR, Tag.MODAL, Tag.BE, Tag.HAVE, Tag.WORK, Tag.ADVERB);

    /** What an article stands behind where the phrase goes on before it. */
    private static final Tags BEFORE_A_PHRASE =
            Tags.of(Tag.PREPOSITION, Tag.AND, Tag.SUBORDINATOR_OR_NOT, Tag.GERUND, Tag.WORK, Tag.OF);

    /** What holds a phrase together without adding to it. */
    private static final Tags LINKS = Tags.of(Tag.THE, Tag.ARTICLE, Tag.POSSESSIVE, Tag.AND);

    /** What may stand before a verb that leaves its subject out. */
    private static final Tags BESIDE_A_VERB = Tags.of(Tag.AND, Tag.ADVERB, Tag.ME, Tag.NEGATION, Tag.DATE_WORD, Tag.SO);

    /** How far back the doer of the sentence before is sought. */
    private static final int SENTENCE = 14;

    /** How far a verb reaches to the last noun of its object. */
    static final int OBJECT = 4;

    /** How far a role stands behind the preposition that governs it: "with the client's own expert". */
    private static final int PHRASE = 4;

    private final Tokens tokens;

    Subjects(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Who or what stands between the two, in front of a verb at {@code to}. */
    Subject before(int from, int to) {
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
        return isEmpty(from, to) || isOnlyNamed(from, to) ? impliedBy(from, to) : thing(from, to);
    }

    /** Who a clause without a verb is about. */
    Subject ofVerbless(Range clause, int place) {
        if (tokens.has(clause.from(), place, Tag.SELF)) {
            return Subject.AUTHOR;
        }
        return hasLoneSomebody(clause.from(), place) ? Subject.SOMEBODY : Subject.IMPLIED;
    }

    /** "2.2 of Jason's". */
    boolean isOwnedBehind(Range clause, int place) {
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

    /** "two hours on the lease were spent by Jens": the doer of a passive whose subject is the amount. */
    boolean isDoerBehind(int verb, int to) {
        if (!tokens.is(verb, Tag.BE) || !tokens.isAny(verb + 1, Tag.PAST, Tag.ADVERB)) {
            return false;
        }
        int by = tokens.find(verb + 2, Math.min(to, verb + PHRASE + 1), Tag.BY);
        int who = tokens.isAny(by + 1, Tag.THE, Tag.MINE, Tag.THEIR) ? by + 2 : by + 1;
        return by >= 0 && (tokens.isName(who) || tokens.isAny(who, Tag.ROLE, Tag.OTHER, Tag.TITLE));
    }

    /** Whether nothing stands there that could be a subject: only days, adverbs, joints and marks. */
    boolean isEmpty(int from, int to) {
        if (from < to && isArticle(from)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean filler = !tokens.isWord(i) || tokens.isAny(i, FILLERS) || isGoverned(i);
            if (!filler) {
                return false;
            }
        }
        return true;
    }

    /** "A audiência durou": where a clause begins, what may be an article as well as a preposition is one. */
    private boolean isArticle(int i) {
        return tokens.is(i, Tag.THE) && tokens.is(i, Tag.PREPOSITION) && tokens.isWord(i + 1);
    }

    /** "il a passé"; not "il m'a fallu", a phrase without a person, nor "le rendez-vous", which is a meeting. */
    boolean isPerson(int i) {
        return tokens.is(i, Tag.OTHER)
                && !tokens.phrase(i).has(Tag.IT)
                && !tokens.phrase(i).has(Tag.MEETING);
    }

    /** "Me and Kyle were on it", "Today myself and Ritu sat", where what stands behind "and" may be a clause of its own. */
    private boolean isMeAnd(int from, int to) {
        int me = tokens.is(from, Tag.AND) ? from - 1 : from;
        boolean opens =
                !tokens.isWord(me - 1) || tokens.isAny(me - 1, Tag.DATE_WORD, Tag.ADVERB, Tag.NIGHT, Tag.MORNING);
        boolean both = tokens.isAny(me, Tag.ME, Tag.SELF) && tokens.is(me + 1, Tag.AND) && me + 1 < to;
        return both && opens && !tokens.is(me - 1, Tag.NEGATION);
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

    /** "A engenheira passou duas horas": what spends time is a person. */
    private Subject thing(int from, int to) {
        if (tokens.is(to, Tag.OTHER) && tokens.is(to, Tag.SPEND) && !tokens.is(to, Tag.TAKE)) {
            return Subject.SOMEBODY;
        }
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

    /** Where the verb stands without a subject its form can tell one: "ha impiegato", "ci sono volute", "durou"; not "se revisó". */
    private Subject impliedBy(int from, int group) {
        int verb = group;
        while (tokens.isAny(verb, Tag.ADVERB, Tag.NEGATION) && !tokens.is(verb, Tag.FINITE)) {
            verb++;
        }
        boolean phrase = tokens.phrase(group).has(Tag.IT) || tokens.phrase(verb).has(Tag.IT);
        if (phrase || isOfThing(from, verb)) {
            return Subject.IT;
        }
        boolean passive = verb > group && tokens.is(verb - 1, Tag.IT);
        return tokens.is(verb, Tag.OTHER) && !passive ? Subject.SOMEBODY : Subject.IMPLIED;
    }

    /**
     * "Reunião com a perita; demorou uma hora", "Levou-me", "Nos tomó": nobody whose time it took is named with the verb, or did something just
     * before.
     */
    private boolean isOfThing(int from, int verb) {
        boolean taking = tokens.is(verb, Tag.OTHER) && tokens.is(verb, Tag.TAKE) && !tokens.is(verb, Tag.SPEND);
        boolean others = tokens.isMark(verb + 1, '-') && !tokens.is(verb + 2, Tag.ME);
        return taking && !others && isTold(from, verb) && isBareBefore(from, verb) && !hasDoerBefore(from);
    }

    /** Whether something is told before it, or of whose time it took. */
    private boolean isTold(int from, int verb) {
        boolean me = tokens.isMark(verb + 1, '-') || tokens.is(verb - 1, Tag.ME);
        return me || !tokens.isBreak(from - 1);
    }

    private boolean isBareBefore(int from, int verb) {
        for (int i = from; i < verb; i++) {
            if (tokens.isWord(i) && !tokens.isAny(i, BESIDE_A_VERB)) {
                return false;
            }
        }
        return true;
    }

    /** "O perito fez o relatório. Demorou", "A Nadia viu o contrato; levou": a person with a verb of the third person. */
    private boolean hasDoerBefore(int from) {
        for (int i = from - 1; i > from - SENTENCE && !tokens.isBreak(i); i--) {
            boolean person = tokens.isName(i) || tokens.isAny(i, Tag.ROLE, Tag.TITLE);
            if (person && tokens.is(i + 1, Tag.OTHER) && tokens.is(i + 1, Tag.FINITE)) {
                return true;
            }
        }
        return false;
    }

    /** Behind a preposition, an article between them or not: "con la signora Lind". */
    private boolean isGoverned(int i) {
        return tokens.is(i - 1, Tag.PREPOSITION) || (tokens.is(i - 1, Tag.THE) && tokens.is(i - 2, Tag.PREPOSITION));
    }

    /** Whether somebody stands there who is not the author: a role, a title with its name, a pronoun. */
    boolean hasSomebody(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean person = (isPerson(i) && !isObject(i)) || isRole(i, from) || isTitled(i, from, to);
            if (person && !isWithinSubject(i, from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTitled(int i, int from, int to) {
        return tokens.is(i, Tag.TITLE)
                && tokens.isCapitalised(i + 1)
                && !isGoverned(i)
                && !isBefore(i - 1, from)
                && !isOwningWork(i + 1, to);
    }

    /** "Ms Tilling's hearing": the name is of whoever the work belongs to; "Mr Orme's son" is a person. */
    private boolean isOwningWork(int name, int to) {
        int i = name;
        while (i < Math.min(to, name + PHRASE) && tokens.isCapitalised(i)) {
            i++;
        }
        boolean owning = tokens.is(i, Tag.POSSESSIVE) || tokens.isMark(i, '\'');
        boolean work = tokens.is(to - 1, Tag.WORK) && !tokens.isAny(to - 1, Tag.TRAVEL, Tag.ROLE);
        return owning && i < to && work && tokens.isAny(to, Tag.TAKE, Tag.BE);
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
        if (!tokens.is(i, Tag.ROLE) || called || isWorkOn(i) || isWithin(i, from)) {
            return false;
        }
        boolean ofWork = tokens.is(i + 1, Tag.WORK) && !tokens.is(i + 1, Tag.PAST);
        return !ofWork && !tokens.is(i + 1, Tag.POSSESSIVE) && !tokens.isMark(i + 1, '\'');
    }

    /** "el estudio del contrato": what is a firm elsewhere is the reading of what follows. */
    private boolean isWorkOn(int i) {
        return tokens.isAny(i, Tag.REVIEW, Tag.DRAFTING, Tag.RESEARCH) && tokens.is(i + 1, Tag.OF);
    }

    /**
     * "with the client's own expert", "with the bank's contract manager", "before the registrar": names and possessives do not part
     * them.
     */
    private boolean isWithin(int role, int from) {
        int words = 0;
        for (int back = role - 1; back >= Math.max(from, role - 2 * PHRASE) && words < PHRASE; back--) {
            boolean governs = tokens.isAny(back, Tag.PREPOSITION, Tag.GERUND, Tag.WORK);
            if ((governs && !isPresiding(back)) || isBefore(back, from)) {
                return true;
            }
            if (beginsPhrase(back)) {
                return false;
            }
            words += tokens.isAny(back, LINKS) || tokens.isName(back) ? 0 : 1;
        }
        return false;
    }

    /** "In the archive the other side's counsel": an article right behind a noun. */
    private boolean beginsPhrase(int i) {
        return tokens.is(i, Tag.THE) && tokens.isWord(i - 1) && !tokens.isAny(i - 1, BEFORE_A_PHRASE);
    }

    /** "the hearing before the registrar": no clause of its own, since a noun stands in front. */
    private boolean isBefore(int i, int from) {
        return tokens.is(i, Tag.SUBORDINATOR_OR_NOT)
                && tokens.is(i, Tag.TO_HOUR)
                && i > from + 1
                && tokens.isWord(i - 1)
                && !tokens.is(i - 1, Tag.FINITE);
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

    private boolean isName(int i) {
        return tokens.isCapitalised(i) && !tokens.is(i, Tag.DATE_WORD) && !tokens.is(i, Tag.SELF);
    }

    private boolean hasLoneSomebody(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean owner = isOwner(i, to) || (tokens.is(i, Tag.POSSESSIVE) && isOwnersOf(i, to));
            if (owner || (tokens.is(i, Tag.OTHER) && !isObject(i) && !tokens.isAny(i - 1, Tag.BILL, Tag.TAKE))) {
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
