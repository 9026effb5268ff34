package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/**
 * Looks at who says it: what another claims, or is quoted with, is no statement of the author, whoever "I" is in it.
 *
 * <p>Only what the sentence itself shows: a quotation that goes over several sentences is read as the author's own.
 */
final class SpeechWitness implements Witness {

    private static final String QUOTES = "\"'“”„‘’«»";

    /** What begins a clause that says what somebody tells. */
    private static final Tags CONTENT = Tags.of(Tag.THE, Tag.THEIR, Tag.MINE, Tag.OTHER, Tag.IT);

    /** How far the subject of a verb of speech stands before it. */
    private static final int SUBJECT = 4;

    /** How much may stand between such a verb and what was said: "writes in his summary that". */
    private static final int AROUND = 4;

    /** How far behind a quotation stands who said it. */
    private static final int BEHIND = 5;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        var before = new Range(scene.sentence().from(), scene.amount().from());
        boolean said = isReported(tokens, before) || isToldAuthor(tokens, before) || isSaidBehind(scene);
        if (said || isHearsay(tokens, before) || isQuoted(scene, before)) {
            seen.add(Evidence.SAID_BY_SOMEBODY);
        }
    }

    /** "Lin said that I spent two hours": a verb of speech leads to "I", and somebody else is its subject. */
    private static boolean isReported(Tokens tokens, Range before) {
        for (int self = before.from() + 1; self < before.to(); self++) {
            if (tokens.is(self, Tag.SELF)) {
                int verb = speechBefore(tokens, self);
                if (verb > before.from() && isSaidByAnother(tokens, before.from(), verb)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Gwen tells me the hearing went on for two hours": what the author had to be told, the author has not done. */
    private static boolean isToldAuthor(Tokens tokens, Range before) {
        for (int me = before.from() + 2; me < before.to() - 2; me++) {
            boolean told = tokens.is(me, Tag.ME) && tokens.is(me - 1, Tag.SAY) && isPerson(tokens, me - 2);
            int first = tokens.is(me + 1, Tag.SUBORDINATOR_OR_NOT) ? me + 2 : me + 1;
            boolean clause = tokens.isAny(first, CONTENT) || tokens.isName(first);
            if (told && clause && isOneClause(tokens, first + 1, before.to())) {
                return true;
            }
        }
        return false;
    }

    /** Words alone, a verb among them, and nothing of the author. */
    private static boolean isOneClause(Tokens tokens, int from, int to) {
        boolean verb = false;
        for (int i = from; i < to; i++) {
            if (!tokens.isWord(i) || tokens.isAny(i, Tag.SELF, Tag.ME, Tag.SUBORDINATOR)) {
                return false;
            }
            verb |= tokens.isAny(i, Tag.PAST, Tag.TAKE, Tag.SPEND, Tag.BE);
        }
        return verb;
    }

    /** "(Gwen says)", ", she tells me": what she says stands before; not ", she says that the plan is fine". */
    private static boolean isAllSaid(Tokens tokens, int i) {
        int end = tokens.is(i, Tag.ME) ? i + 1 : i;
        return tokens.isBreak(end) || tokens.isOneOf(end, ").,;");
    }

    /** "An hour forty, he tells me", "two hours by train, the guide says": whose word it is, behind a comma. */
    private static boolean isSaidBehind(Scene scene) {
        Tokens tokens = scene.tokens();
        if (scene.predicate().subject() == Subject.AUTHOR) {
            return false;
        }
        for (int i = scene.amount().to(); i < scene.sentence().to() - 1; i++) {
            if (tokens.isAny(i, Tag.SELF, Tag.ME)) {
                return false;
            }
            int verb = tokens.isOneOf(i, ",(") ? speechBehind(tokens, i) : -1;
            if (verb >= 0) {
                return !tokens.is(verb, Tag.WORK);
            }
            i = tokens.isMark(i, '(') ? close(tokens, i, scene.sentence().to()) : i;
        }
        return false;
    }

    /** Where the parenthesis ends that opens there, itself if nowhere: "two calls (one for each child, she says)" has a remark of its own. */
    private static int close(Tokens tokens, int open, int to) {
        int i = open;
        while (i < to && !tokens.isMark(i, ')')) {
            i++;
        }
        return i < to ? i : open;
    }

    /** The verb behind a mark with somebody as its subject, or -1: "(she tells me)", ", the guide says", ", says Gwen". */
    private static int speechBehind(Tokens tokens, int mark) {
        boolean noun = tokens.isAny(mark + 1, Tag.THE, Tag.THEIR);
        int who = noun ? mark + 2 : mark + 1;
        boolean said = (noun || isPerson(tokens, who)) && tokens.is(who + 1, Tag.SAY);
        if (said && isAllSaid(tokens, who + 2)) {
            return who + 1;
        }
        return isInverted(tokens, mark + 1) ? mark + 1 : -1;
    }

    /** "says Gwen", and nothing behind it; not "told Gwen". */
    private static boolean isInverted(Tokens tokens, int verb) {
        return tokens.is(verb, Tag.SAY)
                && tokens.is(verb, Tag.PRESENT)
                && isPerson(tokens, verb + 1)
                && !tokens.isWord(verb + 2);
    }

    /** The verb of speech whose content begins at token {@code self}, or -1. */
    private static int speechBefore(Tokens tokens, int self) {
        boolean comma = tokens.language().has(Habit.VERB_LAST);
        int i = self - 1;
        while (tokens.isAny(i, Tag.IT, Tag.SUBORDINATOR_OR_NOT, Tag.ME)
                || (comma && (tokens.isMark(i, ',') || tokens.is(i, Tag.SUBORDINATOR)))) {
            i--;
        }
        boolean that = i < self - 1 && tokens.isWord(i);
        return that && !tokens.is(i, Tag.SAY) ? speechAround(tokens, i) : tokens.is(i, Tag.SAY) ? i : -1;
    }

    /** "writes in his summary that", "told me on Monday that": the verb a few words in front of token {@code last}, or -1. */
    private static int speechAround(Tokens tokens, int last) {
        for (int verb = last - 1; verb >= last - AROUND && tokens.isWord(verb + 1); verb--) {
            if (tokens.is(verb, Tag.SAY) && tokens.isAny(verb + 1, Tag.PREPOSITION, Tag.ME)) {
                return verb;
            }
        }
        return -1;
    }

    private static boolean isSaidByAnother(Tokens tokens, int from, int verb) {
        int first = Math.max(from, verb - SUBJECT);
        if (tokens.has(first, verb, Tag.SELF)) {
            return false;
        }
        for (int i = first; i < verb; i++) {
            if (isPerson(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPerson(Tokens tokens, int i) {
        boolean name = tokens.isName(i) && !tokens.language().has(Habit.CAPITAL_NOUNS);
        return name || tokens.isAny(i, Tag.OTHER, Tag.ROLE, Tag.TITLE);
    }

    /** "According to Lin I spent two hours", "I'm told we spent two hours"; not "according to my notes". */
    private static boolean isHearsay(Tokens tokens, Range before) {
        for (int i = before.from(); i < before.to(); i++) {
            if (tokens.is(i, Tag.HEARSAY)) {
                boolean whole = tokens.phrase(i).has(Tag.ADVERB) || tokens.is(i, Tag.ADVERB);
                int who = tokens.isAny(i + 1, Tag.THE, Tag.THEIR, Tag.MINE) ? i + 2 : i + 1;
                if (whole || isPerson(tokens, who)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Lin wrote: 'I spent two hours'": the author's "I" inside quotation marks is that of whoever is quoted. */
    private static boolean isQuoted(Scene scene, Range before) {
        Tokens tokens = scene.tokens();
        int open = -1;
        for (int i = before.from(); i < before.to(); i++) {
            if (isOpening(tokens, i)) {
                open = open < 0 ? i : open;
            } else if (isClosing(tokens, i)) {
                open = -1;
            }
        }
        return open >= 0 && tokens.has(open, before.to(), Tag.SELF) && isSaidAround(scene, open);
    }

    private static boolean isSaidAround(Scene scene, int open) {
        Tokens tokens = scene.tokens();
        int from = scene.sentence().from();
        boolean named = tokens.isMark(open - 1, ':') && isPerson(tokens, open - 2);
        int verb = tokens.find(from, open, Tag.SAY);
        if (named || (verb > from && isSaidByAnother(tokens, from, verb))) {
            return true;
        }
        int close = scene.amount().to();
        while (close < scene.sentence().to() && !isClosing(tokens, close)) {
            close++;
        }
        int behind = Math.min(close + BEHIND, scene.sentence().to());
        return tokens.has(close, behind, Tag.SAY) && !tokens.has(close, behind, Tag.SELF);
    }

    private static boolean isOpening(Tokens tokens, int i) {
        return tokens.isOneOf(i, QUOTES) && !tokens.touchesPrevious(i) && tokens.touchesPrevious(i + 1);
    }

    private static boolean isClosing(Tokens tokens, int i) {
        return tokens.isOneOf(i, QUOTES) && tokens.touchesPrevious(i) && !tokens.touchesPrevious(i + 1);
    }
}
