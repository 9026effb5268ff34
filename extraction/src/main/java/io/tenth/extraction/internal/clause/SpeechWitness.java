package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
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
        boolean said = isReported(tokens, before) || isSaidBehind(scene);
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

    /** "An hour forty, he tells me", "two hours by train, the guide says": whose word it is, behind a comma. */
    private static boolean isSaidBehind(Scene scene) {
        Tokens tokens = scene.tokens();
        for (int i = scene.amount().to(); i < scene.sentence().to() - 2; i++) {
            if (tokens.isAny(i, Tag.SELF, Tag.ME)) {
                return false;
            }
            boolean noun = tokens.isAny(i + 1, Tag.THE, Tag.THEIR);
            int who = noun ? i + 2 : i + 1;
            if (tokens.isMark(i, ',') && (noun || isPerson(tokens, who)) && tokens.is(who + 1, Tag.SAY)) {
                return !tokens.is(who + 1, Tag.WORK);
            }
        }
        return false;
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
