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

    private final Tokens tokens;

    Delegation(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Whether somebody stands between the verb of the clause and another one in its bare form: "I asked the clerk to take two hours".
     *
     * @param verb the verb of the clause, behind its subject
     * @param place where the amount begins
     */
    boolean isToAnother(int from, int verb, int place) {
        if (tokens.language().has(Habit.VERB_LAST)) {
            return false;
        }
        for (int i = Math.max(from + 2, place - NEAR); i < place; i++) {
            int who = tokens.is(i - 1, Tag.TO) ? i - 2 : i - 1;
            if (isBare(i) && tokens.isAny(i, Tag.SPEND, Tag.TAKE, Tag.HAVE) && isObject(who, from)) {
                return true;
            }
        }
        return isMadeTo(verb, place);
    }

    /** "I had the clerk review the lease for two hours"; not "I had the client call, half an hour". */
    private boolean isMadeTo(int verb, int place) {
        int who = tokens.isAny(verb + 1, Tag.THE, Tag.MINE) ? verb + 2 : verb + 1;
        boolean had = tokens.is(verb, Tag.HAVE) && tokens.is(verb, Tag.PAST) && !tokens.is(verb - 1, Tag.HAVE);
        return had && who + 2 < place && isNamed(who, verb) && isOrdered(who + 1);
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
