package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells whether "each" is said of people, the author among them, rather than of what was done: {@code two hours each, with
 * Paul}, {@code une heure chacun, Paul et moi}. Of such an amount the author has one.
 */
final class Sharers {

    private static final int BEFORE = 12;
    private static final int BEHIND = 20;

    /** What joins a person, or what is taken off. */
    private static final Tags WITH = Tags.of(Tag.WITH_SLASH, Tag.LESS);

    private static final Tags BEFORE_NAME = Tags.of(Tag.THE, Tag.MINE, Tag.THEIR, Tag.TITLE);
    private static final Tags PEOPLE = Tags.of(Tag.ROLE, Tag.TITLE, Tag.OTHER);

    private final Tokens tokens;

    Sharers(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether people share what stands before token {@code from} and behind {@code to}. */
    boolean share(int from, int to) {
        return isPairBefore(from) || isBesideBefore(from) || shareBehind(to);
    }

    /** "Jane and I", "Anna e io", "I and Jane" before an amount. */
    boolean isPairBefore(int from) {
        for (int i = from - 1; i > from - BEFORE && !tokens.isBreak(i) && !tokens.isMark(i, '.'); i--) {
            if (tokens.is(i, Tag.AND) && (isAuthor(i + 1) || (isAuthor(i - 1) && isPerson(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    /** "read ten pages with Ann, twenty minutes each"; the visits of "three visits with Ann" are counted none the less. */
    private boolean isBesideBefore(int from) {
        for (int i = from - 1; i > from - BEFORE && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;"); i--) {
            if (tokens.isAny(i, WITH) && isPerson(i + 1) && !tokens.is(i - 1, Tag.PLURAL_EVENT)) {
                return true;
            }
        }
        return false;
    }

    /** ", with Paul" right behind, or "Paul and I" anywhere behind in the sentence. */
    private boolean shareBehind(int to) {
        int lead = tokens.isOneOf(to, ",(") ? to + 1 : to;
        if (tokens.isAny(lead, WITH) && isPerson(lead + 1)) {
            return true;
        }
        for (int i = to; i < to + BEHIND && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;"); i++) {
            if (tokens.is(i, Tag.AND) && isPair(i)) {
                return true;
            }
        }
        return false;
    }

    /** "Paul and I", "I and Paul"; not "the lease, and I called". */
    private boolean isPair(int and) {
        boolean last = isAuthor(and + 1) && isPerson(and - 1) && !tokens.is(and + 2, Tag.FINITE);
        return last || (isAuthor(and - 1) && isPerson(and + 1));
    }

    /** A person at token {@code i}, or behind an article there: a name, a role, "him". */
    private boolean isPerson(int i) {
        int name = tokens.isAny(i, BEFORE_NAME) ? i + 1 : i;
        boolean named = tokens.isCapitalised(name) && !tokens.is(name, Tag.DATE_WORD) && !isAuthor(name);
        return named || tokens.isAny(name, PEOPLE);
    }

    /** "I", "me", "moi", "yo"; not the "j'" that only a verb can follow, nor a verb that has its person in its ending. */
    private boolean isAuthor(int i) {
        boolean elided = tokens.isWord(i) && "'’".indexOf(tokens.source().charAt(tokens.end(i) - 1)) >= 0;
        boolean me = tokens.is(i, Tag.ME) && !tokens.isCapitalised(i);
        return !elided && (me || (tokens.is(i, Tag.SELF) && !tokens.is(i, Tag.FINITE)));
    }
}
