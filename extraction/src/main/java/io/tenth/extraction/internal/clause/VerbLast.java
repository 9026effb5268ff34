package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Finds the verb and the subject of a clause where a participle closes it and the subject may stand behind the verb: {@code
 * gestern habe ich zwei Stunden gelesen}.
 */
final class VerbLast {

    private static final Tags SMALL = Tags.of(
            Tag.THE,
            Tag.ARTICLE,
            Tag.MINE,
            Tag.THEIR,
            Tag.TITLE,
            Tag.ROLE,
            Tag.ADVERB,
            Tag.DATE_WORD,
            Tag.AND,
            Tag.SUBORDINATOR);

    /** What may stand before a subject. */
    private static final Tags BEFORE_SUBJECT = Tags.of(Tag.AND, Tag.SUBORDINATOR, Tag.ADVERB, Tag.DATE_WORD);

    /** How long a subject is. */
    private static final int SUBJECT = 4;

    /** How far back a clause is looked through for its verb. */
    private static final int CLAUSE_LOOK = 12;

    /**
     * Where an amount stands.
     *
     * @param clause its clause
     * @param share its share of the clause
     * @param amount its tokens
     */
    record Place(Range clause, Range share, Range amount) {}

    private final Tokens tokens;

    VerbLast(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The verb that governs the amount of {@code place}; the share of the amount is asked before its clause. */
    Predicate of(Place place) {
        int finite = finite(place);
        int participle = participle(place.share(), finite);
        participle = participle >= 0 ? participle : participle(place.clause(), finite);
        int verb = participle >= 0 ? participle : finite;
        return new Predicate(verb, subject(place, verb, finite));
    }

    /** "die zwei Stunden, die ich gestern gelesen habe", "het uurtje dat ik kwijt was": the clause of the author behind it. */
    Predicate relative(Amount amount, Range sentence) {
        int which = tokens.isMark(amount.to(), ',') ? amount.to() + 1 : amount.to();
        boolean own = tokens.isAny(which, Tag.THE, Tag.IT) && tokens.is(which + 1, Tag.SELF);
        int verb = -1;
        boolean past = false;
        for (int i = which + 2; own && i < sentence.to() && !tokens.isOneOf(i, ",;:()"); i++) {
            if (tokens.isAny(i, Tag.MODAL, Tag.ESTIMATE)) {
                return new Predicate(-1, Subject.AUTHOR);
            }
            past |= tokens.isAny(i, Tag.PAST, Tag.HAVE);
            boolean main = tokens.isAny(i, Tag.PAST, Tag.SPEND) && !tokens.isAny(i, Tag.BE, Tag.HAVE);
            verb = main ? i : verb;
        }
        return new Predicate(past ? verb : -1, Subject.AUTHOR);
    }

    /** The last verb of the past, or a word such as "busy" beside one; an auxiliary only behind another: "bin gewesen". */
    private int participle(Range range, int finite) {
        int auxiliary = -1;
        for (int i = range.to() - 1; i >= range.from(); i--) {
            boolean past = auxiliary >= 0 || tokens.is(finite, Tag.PAST);
            if (i != finite && tokens.is(i, Tag.PAST) && tokens.isAny(i, Tag.BE, Tag.HAVE)) {
                auxiliary = i;
            } else if (isParticiple(i) || (past && tokens.is(i, Tag.SPEND) && !isAuxiliary(i))) {
                return i;
            }
        }
        return auxiliary;
    }

    /** "die geprüfte Fassung" describes a noun; "das dauerte zwei Stunden" has a pronoun before its verb. */
    private boolean isParticiple(int i) {
        boolean pronoun = tokens.is(i - 1, Tag.IT) && !tokens.is(i, Tag.WORK);
        boolean attribute = tokens.isAny(i - 1, Tag.THE, Tag.ARTICLE) && tokens.isWord(i + 1) && !pronoun;
        return tokens.is(i, Tag.PAST) && !isAuxiliary(i) && !attribute;
    }

    /** The verb that agrees with the subject: the nearest before the amount, else the first behind it; or -1. */
    private int finite(Place place) {
        int before = -1;
        for (int i = place.clause().from(); i < place.amount().from(); i++) {
            before = isFinite(i) ? i : before;
        }
        for (int i = place.amount().to(); before < 0 && i < place.clause().to(); i++) {
            before = isFinite(i) ? i : before;
        }
        return before;
    }

    private boolean isFinite(int i) {
        return isAuxiliary(i) || (tokens.is(i, Tag.PRESENT) && !tokens.is(i, Tag.PAST));
    }

    private boolean isAuxiliary(int i) {
        return tokens.isAny(i, Tag.BE, Tag.HAVE) || Predicates.isModal(tokens, i);
    }

    private Subject subject(Place place, int verb, int finite) {
        if (isAuthor(place)) {
            return Subject.AUTHOR;
        }
        if (isSomebody(place, verb, finite)) {
            return Subject.SOMEBODY;
        }
        boolean agrees = tokens.is(verb, Tag.PRETERITE) && hasSubject(place, verb);
        if (!agrees && (isUnnamed(verb, finite) || isAloneBefore(place, verb))) {
            return Subject.IMPLIED;
        }
        if (has(place, Tag.WORK, verb)) {
            return Subject.WORK;
        }
        return has(place, Tag.IT, verb) ? Subject.IT : Subject.THING;
    }

    private boolean isAuthor(Place place) {
        for (int i = place.clause().from(); i < place.clause().to(); i++) {
            boolean own = tokens.is(i, Tag.SELF) && !place.amount().covers(i) && !isUnit(i);
            if (own && !isVerbOfAnother(place.clause(), i)) {
                return true;
            }
        }
        return false;
    }

    /** "er habe", "das habe sie", "der Termin habe", "hij zit": a form that the author would use of himself has another subject. */
    private boolean isVerbOfAnother(Range clause, int i) {
        boolean verb = tokens.isAny(i, Tag.HAVE, Tag.BE, Tag.PRESENT);
        if (!verb || i == clause.from()) {
            return false;
        }
        boolean noun = tokens.language().has(Habit.CAPITAL_NOUNS)
                && tokens.isCapitalised(i - 1)
                && tokens.is(firstOfPhrase(i - 1), Tag.THE)
                && !isLed(i - 1);
        return noun || isNamedBefore(clause, i) || tokens.is(i - 1, Tag.OTHER) || tokens.is(i + 1, Tag.OTHER);
    }

    /** "Frau Klein habe zwei Stunden geschrieben", "Klein habe": a person right before it, as speech is reported. */
    private boolean isNamedBefore(Range clause, int verb) {
        boolean first = verb - 1 == clause.from() && isName(verb - 1);
        return tokens.language().has(Habit.CAPITAL_NOUNS) && (first || isTitled(verb - 2));
    }

    /** The article of the noun at token {@code noun}, a word between them or not. */
    private int firstOfPhrase(int noun) {
        return tokens.is(noun - 1, Tag.THE) ? noun - 1 : noun - 2;
    }

    /** "Der Schlüsseldienst benötigte 50 Minuten", "gestern lag das Portal brach": a noun that agrees with the verb. */
    private boolean hasSubject(Place place, int verb) {
        int first = place.clause().from();
        while (first < verb && (!tokens.isWord(first) || tokens.isAny(first, BEFORE_SUBJECT))) {
            first++;
        }
        boolean before = first < verb
                && verb - first <= SUBJECT
                && isDetermined(place, first)
                && tokens.find(first, verb, Tag.PREPOSITION) < 0;
        return before || (verb > place.clause().from() && first == verb && isDetermined(place, verb + 1));
    }

    private boolean isDetermined(Place place, int i) {
        return tokens.isAny(i, Tag.THE, Tag.ARTICLE, Tag.THEIR)
                && !place.amount().covers(i);
    }

    /** "Vertrag geprüft", "es wurden zwei Stunden aufgewendet": nothing agrees with who did it. */
    private boolean isUnnamed(int verb, int finite) {
        if (verb < 0 || finite < 0) {
            return verb < 0 || !tokens.is(verb, Tag.TAKE);
        }
        return verb != finite && tokens.is(finite, Tag.BE) && tokens.is(verb, Tag.SPEND);
    }

    /** Whether a word of the clause outside the amount has the role; "unterwegs" is no work that could be a subject. */
    private boolean has(Place place, Tag tag, int verb) {
        for (int i = place.clause().from(); i < place.clause().to(); i++) {
            boolean own = tag == Tag.WORK && (i == verb || tokens.is(i, Tag.ADVERB));
            if (!own && !place.amount().covers(i) && !isUnit(i) && tokens.is(i, tag)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnit(int i) {
        return tokens.isNumber(i - 1) && tokens.isAny(i, Tag.HOUR, Tag.MINUTE);
    }

    /** Whether the verb opens the clause, so that nothing before it can be its subject. */
    private boolean isAloneBefore(Place place, int verb) {
        for (int i = place.clause().from(); i < verb; i++) {
            if (tokens.isWord(i) && !tokens.isAny(i, Tag.AND, Tag.ADVERB, Tag.DATE_WORD)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSomebody(Place place, int verb, int finite) {
        int agreeing = finite >= 0 ? finite : verb;
        for (int i = place.clause().from(); i < place.clause().to(); i++) {
            boolean noun = isPerson(i) && isSubjectPlace(place.clause(), i, agreeing) && !isObject(i, verb, finite);
            boolean named = isBeside(place, i, verb, finite) && isName(i);
            if (!isExcluded(place, i) && (noun || named || tokens.is(i, Tag.OTHER))) {
                return true;
            }
        }
        return false;
    }

    /** "de getuigen gehoord", "die Mandantin beruhigt": a participle alone has no subject, and what stands right before it is its object. */
    private boolean isObject(int noun, int verb, int finite) {
        return finite < 0
                && noun == verb - 1
                && tokens.isAny(noun - 1, Tag.THE, Tag.MINE, Tag.THEIR)
                && isParticiple(verb)
                && !tokens.isAny(verb, Tag.PRETERITE, Tag.TAKE);
    }

    private boolean isExcluded(Place place, int i) {
        return place.amount().covers(i) || isUnit(i) || isLed(i);
    }

    /** "mit den drei Mandanten", "mit Vermieter und Makler": a preposition before a noun with its article and count, or two of them. */
    private boolean isLed(int noun) {
        int lead = beforePhrase(noun);
        boolean joined = tokens.is(lead, Tag.AND) && tokens.isWord(lead - 1) && !isSubjectOfNext(noun, lead);
        return tokens.is(lead, Tag.PREPOSITION) || (joined && tokens.is(beforePhrase(lead - 1), Tag.PREPOSITION));
    }

    /** "Ich saß im Büro und Frau Keller hat": behind a clause with its own verb the second is the subject of another. */
    private boolean isSubjectOfNext(int noun, int and) {
        boolean verb = tokens.isAny(noun + 1, Tag.FINITE, Tag.HAVE) || tokens.isAny(noun + 2, Tag.FINITE, Tag.HAVE);
        for (int i = and - 1; verb && i > and - CLAUSE_LOOK && tokens.isWord(i); i--) {
            if (tokens.isAny(i, Tag.FINITE, Tag.HAVE, Tag.BE)) {
                return true;
            }
        }
        return false;
    }

    /** What stands before a noun and the small words that belong to it. */
    private int beforePhrase(int noun) {
        int lead = noun - 1;
        while (tokens.isAny(lead, Tag.THE, Tag.ARTICLE, Tag.MINE, Tag.THEIR)
                || tokens.is(lead, Tag.NUMBER)
                || tokens.isNumber(lead)) {
            lead--;
        }
        return lead;
    }

    /** Where a noun can be the subject: first in its clause, or right behind the verb that agrees with it. */
    private boolean isSubjectPlace(Range clause, int i, int agreeing) {
        int before = i - 1;
        while (before >= clause.from() && before != agreeing && isSmall(before)) {
            before--;
        }
        return before < clause.from() || before == agreeing;
    }

    private boolean isSmall(int i) {
        return !tokens.isWord(i) || tokens.isAny(i, SMALL);
    }

    private boolean isPerson(int i) {
        return tokens.is(i, Tag.ROLE) || isTitled(i);
    }

    private boolean isTitled(int i) {
        return tokens.is(i, Tag.TITLE) && tokens.isCapitalised(i + 1);
    }

    /** A name right beside the verb that agrees with it: "Leonie hat", "gestern hat Marek". */
    private boolean isBeside(Place place, int i, int verb, int finite) {
        if (tokens.is(verb, Tag.TAKE) || tokens.is(finite, Tag.BE)) {
            return false;
        }
        boolean simple = verb < place.amount().from() && i == place.clause().from() && i == verb - 1;
        return finite >= 0 ? Math.abs(i - finite) == 1 : simple && !tokens.is(verb, Tag.BE);
    }

    private boolean isName(int i) {
        return tokens.isName(i) && !tokens.isAny(i, Tag.NO_MATTER, Tag.WORK);
    }
}
