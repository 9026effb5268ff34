package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/** Tells whether somebody was asked or made to do what took the time: {@code I had Jens spend two hours on it}. */
final class Delegation {

    /** How far the verb of whoever is asked stands before the amount: "to put in a further two hours". */
    private static final int NEAR = 4;

    private static final Tags BESIDE_A_NOUN = Tags.of(Tag.THE, Tag.ARTICLE, Tag.MINE, Tag.THEIR, Tag.PREPOSITION);
    private static final Tags OBJECT = Tags.of(Tag.THE, Tag.ARTICLE, Tag.MINE, Tag.THEIR, Tag.IT, Tag.OTHER);

    /** The class of a verb that makes or lets somebody do something: "made", "got". */
    private static final String CAUSE = "CAUSE";

    /** How far such a verb stands before the amount. */
    private static final int CLAUSE = 12;

    /** What is no verb in its bare form. */
    private static final Tags NO_VERBS = Tags.of(
            Tag.PAST,
            Tag.GERUND,
            Tag.THE,
            Tag.ARTICLE,
            Tag.MINE,
            Tag.THEIR,
            Tag.PREPOSITION,
            Tag.AND,
            Tag.ADVERB,
            Tag.NUMBER,
            Tag.DATE_WORD);

    private final Tokens tokens;

    Delegation(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Whether it was somebody else who was made to do it, or who stands between the verb of the clause and another one in its bare form: "I asked the clerk to take two hours".
     *
     * @param from where the clause begins
     * @param verb the verb of the clause, behind its subject, or -1
     * @param place where the amount begins
     */
    boolean isOfAnother(int from, int verb, int place) {
        return !tokens.language().has(Habit.VERB_LAST)
                && (isCaused(from, place) || (verb >= 0 && isToAnother(from, verb, place)));
    }

    private boolean isToAnother(int from, int verb, int place) {
        for (int i = Math.max(from + 2, place - NEAR); i < place; i++) {
            int who = tokens.is(i - 1, Tag.TO) ? i - 2 : i - 1;
            boolean asked = isBare(i) && tokens.isAny(i, Tag.SPEND, Tag.TAKE, Tag.HAVE) && isObject(who, from);
            if (asked) {
                return isOneVerb(i + 1, place);
            }
        }
        return isMadeTo(verb, place);
    }

    /** Whether nothing is told of the amount but that: not "to take a look, and spent an hour". */
    private boolean isOneVerb(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isAny(i, Tag.AND, Tag.PAST, Tag.SELF)) {
                return false;
            }
        }
        return true;
    }

    /** "I had the clerk review the lease for two hours"; not "I had the client call, half an hour". */
    private boolean isMadeTo(int verb, int place) {
        int who = tokens.isAny(verb + 1, Tag.THE, Tag.MINE) ? verb + 2 : verb + 1;
        boolean had = tokens.is(verb, Tag.HAVE) && tokens.is(verb, Tag.PAST) && !tokens.is(verb - 1, Tag.HAVE);
        return had && who + 2 < place && isNamed(who, verb) && isOrdered(who + 1);
    }

    /**
     * "made the interns go over it for two hours", "got our surveyor to walk the boundary for an hour": how long whoever is made to do
     * it did. Behind a comma the time is that of the author, who saw to it: "got the bank to waive the fee, half an hour".
     */
    private boolean isCaused(int from, int place) {
        if (!isLasting(place - 1)) {
            return false;
        }
        for (int i = Math.max(from, place - CLAUSE); i < place - 2; i++) {
            int who = tokens.isAny(i + 1, Tag.THE, Tag.MINE) ? i + 2 : i + 1;
            if (isNamed(who, i) && tokens.workClasses(i).contains(CAUSE) && isCausedFor(who + 1, place)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCausedFor(int next, int place) {
        int verb = tokens.is(next, Tag.TO) ? next + 1 : next;
        int object = tokens.isAny(verb + 1, Tag.PREPOSITION, Tag.ADVERB) ? verb + 2 : verb + 1;
        return !tokens.isAny(verb, NO_VERBS)
                && tokens.isAny(object, OBJECT)
                && !(verb == next && isCompound(verb, object))
                && isOneClause(verb, place);
    }

    /** "made the client presentation on the merger": a noun behind the one that says what kind it is. */
    private boolean isCompound(int noun, int object) {
        return tokens.is(noun - 1, Tag.ROLE)
                && tokens.is(noun, Tag.WORK)
                && object > noun + 1
                && !tokens.is(object, Tag.IT);
    }

    /** Words alone, and nothing of the author. */
    private boolean isOneClause(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.isWord(i) || tokens.isAny(i, Tag.SELF, Tag.ME)) {
                return false;
            }
        }
        return true;
    }

    private boolean isLasting(int i) {
        return tokens.is(tokens.is(i, Tag.APPROXIMATE) ? i - 1 : i, Tag.LASTING);
    }

    private boolean isNamed(int who, int verb) {
        return who == verb + 1 ? tokens.isName(who) || tokens.is(who, Tag.OTHER) : tokens.is(who, Tag.ROLE);
    }

    /** "review the lease": a verb in its bare form with its object. */
    private boolean isOrdered(int verb) {
        return tokens.is(verb, Tag.WORK) && isBare(verb) && tokens.isAny(verb + 1, OBJECT);
    }

    /** A person behind a verb, and not behind a preposition. */
    private boolean isObject(int who, int from) {
        int first = tokens.isAny(who - 1, Tag.THE, Tag.MINE, Tag.THEIR) ? who - 2 : who - 1;
        boolean person = tokens.isName(who) || tokens.isAny(who, Tag.ROLE, Tag.OTHER);
        return person
                && first > from
                && tokens.isWord(first)
                && tokens.isAny(first, Tag.FINITE, Tag.REQUEST, Tag.WORK)
                && !tokens.isAny(first, BESIDE_A_NOUN);
    }

    private boolean isBare(int i) {
        return tokens.isWord(i) && !tokens.isAny(i, Tag.PAST, Tag.GERUND, Tag.PRESENT);
    }
}
