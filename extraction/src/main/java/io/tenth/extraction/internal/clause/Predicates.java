package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/** Finds the verb that governs an amount, and its subject. */
final class Predicates {

    private static final int DEEPEST = 3;

    private final Tokens tokens;

    Predicates(Tokens tokens) {
        this.tokens = tokens;
    }

    Predicate of(Scene scene) {
        return of(scene.clause(), scene.sentence(), scene.amount().from(), DEEPEST);
    }

    private Predicate of(Range clause, Range sentence, int place, int depth) {
        int verb = verbBefore(clause.from(), place);
        if (verb < 0) {
            return withoutVerbBefore(clause, place);
        }
        Subject subject = subject(clause.from(), groupStart(verb, clause.from()));
        boolean joined = depth > 0 && clause.from() > sentence.from() && joins(clause.from());
        if (subject == Subject.IMPLIED && joined) {
            var before = new Range(sentence.from(), clause.from());
            Predicate shared = of(before, sentence, clause.from(), depth - 1);
            subject = shared.hasVerb() && shared.subject() == Subject.SOMEBODY ? Subject.SOMEBODY : subject;
        }
        return new Predicate(verb, subject);
    }

    /** The amount itself may be the subject ("an hour went on the index"), or there is no verb at all. */
    private Predicate withoutVerbBefore(Range clause, int place) {
        int verb = verbAfter(place, clause.to());
        if (isOwnedBehind(clause, place)) {
            return new Predicate(verb, Subject.SOMEBODY);
        }
        boolean opens = isEmpty(clause.from(), place);
        return verb < 0 || !opens || isParticiple(verb, place)
                ? new Predicate(-1, loneSubject(clause, place))
                : new Predicate(verb, subject(clause.from(), place));
    }

    private boolean joins(int i) {
        return tokens.isAny(i, Tag.AND) || tokens.is(i - 1, Tag.AND) || tokens.isMark(i - 1, ',');
    }

    /** A participle right behind the amount belongs to a noun ("2 hours logged"), not to a subject. */
    private boolean isParticiple(int verb, int place) {
        return verb - place <= 2 && !tokens.isAny(verb, Tag.TAKE, Tag.BE);
    }

    private int verbBefore(int from, int place) {
        for (int i = place - 1; i >= from; i--) {
            if (isFinite(i, from)) {
                return i;
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
        return tokens.is(i, Tag.FINITE) && !tokens.is(i, Tag.GERUND) && !noModal && !tokens.isTouching(i + 1, '-');
    }

    /** A modal has its verb behind it: "will take"; not "the olographic will," nor "7 May". */
    static boolean isModal(Tokens tokens, int i) {
        boolean month = tokens.is(i, Tag.MONTH) && tokens.isCapitalised(i);
        return tokens.is(i, Tag.MODAL)
                && !month
                && tokens.isWord(i + 1)
                && !tokens.isAny(i + 1, Tag.PREPOSITION, Tag.AND);
    }

    /** A participle before its noun: "the amended petition". "this took" has a pronoun before it and is none. */
    private boolean isAttribute(int i) {
        boolean article = tokens.is(i - 1, Tag.THE) && (!tokens.is(i - 1, Tag.IT) || tokens.is(i, Tag.WORK));
        return article || tokens.isAny(i - 1, Tag.ARTICLE, Tag.PREPOSITION, Tag.POSSESSIVE, Tag.MINE, Tag.THEIR);
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
                && !tokens.isAny(start - 1, Tag.SELF)) {
            start--;
        }
        return start;
    }

    private Subject subject(int from, int to) {
        if (tokens.has(from, to + 1, Tag.SELF)) {
            return Subject.AUTHOR;
        }
        if (hasSomebody(from, to)) {
            return Subject.SOMEBODY;
        }
        if (isEmpty(from, to)) {
            return Subject.IMPLIED;
        }
        if (tokens.has(from, to, Tag.WORK) || tokens.has(from, to, Tag.GERUND)) {
            return Subject.WORK;
        }
        return tokens.has(from, to, Tag.IT) ? Subject.IT : Subject.THING;
    }

    private boolean hasSomebody(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Tag.OTHER) || isRole(i, from) || isPersonBeforeVerb(i, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** A role as a subject: not after a preposition, where it is what the work was about. */
    private boolean isRole(int i, int from) {
        if (!tokens.is(i, Tag.ROLE)) {
            return false;
        }
        for (int back = i - 1; back >= Math.max(from, i - 4); back--) {
            if (tokens.isAny(back, Tag.PREPOSITION, Tag.GERUND, Tag.WORK)) {
                return false;
            }
        }
        boolean attribute = tokens.is(i + 1, Tag.WORK) && !tokens.is(i + 1, Tag.PAST);
        return !attribute && !tokens.is(i + 1, Tag.POSSESSIVE) && !tokens.isMark(i + 1, '\'');
    }

    /** A name right before the verb: capitalised, unknown, and with nothing in front that makes it an object. */
    private boolean isPersonBeforeVerb(int i, int from, int to) {
        if (i != to - 1 || !tokens.isCapitalised(i) || tokens.word(i).known()) {
            return tokens.is(i, Tag.TITLE) && tokens.isCapitalised(i + 1) && !tokens.is(i - 1, Tag.PREPOSITION);
        }
        for (int back = i - 1; back >= Math.max(from, i - 3); back--) {
            if (tokens.isAny(back, Tag.PREPOSITION, Tag.GERUND, Tag.WORK, Tag.THE)) {
                return false;
            }
        }
        return !tokens.isAny(to, Tag.TAKE) && !tokens.is(to, Tag.BE);
    }

    /** Whether nothing stands there that could be a subject: only days, adverbs, joints and marks. */
    private boolean isEmpty(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean filler = !tokens.isWord(i)
                    || tokens.isAny(
                            i, Tag.DATE_WORD, Tag.AND, Tag.SUBORDINATOR, Tag.APPROXIMATE, Tag.PREPOSITION, Tag.SO)
                    || tokens.is(i - 1, Tag.PREPOSITION)
                    || tokens.isAny(i, Tag.ADVERB, Tag.REQUEST, Tag.TOTAL, Tag.ORDINAL_ENDING);
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
            boolean owner =
                    (tokens.is(i, Tag.THEIR) && i >= to - 2) || (tokens.is(i, Tag.POSSESSIVE) && isOwnersOf(i, to));
            if (owner || (tokens.is(i, Tag.OTHER) && !tokens.is(i - 1, Tag.PREPOSITION))) {
                return true;
            }
        }
        return false;
    }

    /** "Len's 4.1 hours": a name's possessive right before the amount; not "yesterday's hour". */
    private boolean isOwnersOf(int possessive, int amount) {
        return possessive == amount - 1
                && tokens.isCapitalised(possessive - 1)
                && !tokens.is(possessive - 1, Tag.DATE_WORD);
    }
}
