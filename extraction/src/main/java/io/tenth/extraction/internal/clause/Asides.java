package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/** Finds a subject that an aside parts from its verb: {@code their accountant, on the other hand, spent}. */
final class Asides {

    /** Longer no aside is, and no subject in front of one, in tokens. */
    private static final int LONGEST = 10;

    /** So far behind the mark an aside says what somebody is: ", a new member of staff". */
    private static final int ROLE = 5;

    /** What the words in front of an aside hold where they are a clause of their own. */
    private static final Tags CLAUSE = Tags.of(Tag.BE, Tag.HAVE, Tag.MODAL, Tag.SPEND, Tag.TAKE);

    /** Where the words in front of an aside begin at the latest. */
    private static final Tags JOINTS = Tags.of(Tag.AND, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT);

    /** What begins an aside about whoever is named in front of it; any other word may be the next of a list. */
    private static final Tags ABOUT_A_PERSON = Tags.of(Tag.SUBORDINATOR, Tag.ADVERB, Tag.MINE, Tag.THEIR, Tag.ROLE);

    /** What does so too, but not behind a name that opens the message and may call the reader: "Pat, as agreed, spent". */
    private static final Tags ALSO_BEHIND_A_NAME = Tags.of(Tag.PREPOSITION, Tag.SUBORDINATOR_OR_NOT);

    private final Tokens tokens;
    private final Subjects subjects;

    Asides(Tokens tokens, Subjects subjects) {
        this.tokens = tokens;
        this.subjects = subjects;
    }

    /**
     * Who stands in front of the aside that ends right before a verb.
     *
     * @param from where the sentence begins
     * @param group the verb with its auxiliaries
     * @return the author or somebody; {@code IMPLIED} where nobody is named, or no aside stands there
     */
    Subject subject(int from, int group) {
        int opening = opening(from, group - 1);
        if (opening < 0) {
            return Subject.IMPLIED;
        }
        int first = first(from, opening);
        if (first == opening || isClause(first, opening)) {
            return Subject.IMPLIED;
        }
        return person(first, opening);
    }

    /** Where the words in front of the aside begin. */
    private int first(int from, int opening) {
        int first = opening;
        while (first > from && opening - first < LONGEST && !isJoint(first - 1)) {
            first--;
        }
        return first;
    }

    private Subject person(int first, int opening) {
        if (tokens.has(first, opening, Tag.SELF)) {
            return Subject.AUTHOR;
        }
        if (tokens.is(opening + 1, Tag.IT) && tokens.is(opening + 1, Tag.SUBORDINATOR)) {
            return subjects.before(first, opening);
        }
        if (subjects.hasSomebody(first, opening)) {
            return Subject.SOMEBODY;
        }
        return isNamed(first, opening) && isAbout(first, opening) ? Subject.NAME : Subject.IMPLIED;
    }

    private boolean isNamed(int first, int opening) {
        int name = opening;
        while (name > first && tokens.isName(name - 1)) {
            name--;
        }
        return name < opening && subjects.isEmpty(first, name);
    }

    private boolean isAbout(int first, int opening) {
        boolean role = tokens.isAny(opening + 1, Tag.THE, Tag.ARTICLE) && tokens.has(opening, opening + ROLE, Tag.ROLE);
        if (!tokens.isAny(opening + 1, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT)
                && isClause(opening + 1, opening + ROLE)) {
            return false;
        }
        return role
                || tokens.isAny(opening + 1, ABOUT_A_PERSON)
                || (first > 0 && tokens.isAny(opening + 1, ALSO_BEHIND_A_NAME));
    }

    /** The mark that begins the aside whose last mark stands at {@code closing}, or -1. */
    private int opening(int from, int closing) {
        if (!tokens.isOneOf(closing, ",-)") && !tokens.is(closing, Tag.HYPHEN)) {
            return -1;
        }
        for (int i = closing - 1; i > Math.max(from, closing - LONGEST); i--) {
            if (isPair(i, closing)) {
                return i < closing - 1 ? i : -1;
            }
            if (tokens.isNumber(i) || tokens.isBreak(i) || tokens.isOneOf(i, ".;:")) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isPair(int opening, int closing) {
        if (tokens.isMark(closing, ')')) {
            return tokens.isMark(opening, '(');
        }
        boolean comma = tokens.isMark(closing, ',');
        return comma ? tokens.isMark(opening, ',') : tokens.isMark(opening, '-') || tokens.is(opening, Tag.HYPHEN);
    }

    private boolean isJoint(int i) {
        boolean inside = tokens.isWord(i) || tokens.is(i, Tag.POSSESSIVE) || tokens.isMark(i, '.');
        return !inside || tokens.isAny(i, JOINTS);
    }

    /** A verb behind a subject of its own: then what follows the aside is no part of it. */
    private boolean isClause(int first, int opening) {
        for (int i = first; i < opening; i++) {
            if (tokens.isAny(i, CLAUSE) || (tokens.is(i, Tag.PAST) && !tokens.isAny(i - 1, Subjects.BEFORE_A_NOUN))) {
                return true;
            }
        }
        return false;
    }
}
