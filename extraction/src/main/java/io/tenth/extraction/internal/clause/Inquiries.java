package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/** Finds of whom it was asked how long they took: {@code How long was the guardian on it? Fifty minutes}. The answer is theirs. */
final class Inquiries {

    private static final String PERSON = "PERSON";

    /** How far into its sentence an amount may stand that answers the one before. */
    private static final int OPENING = 2;

    private Inquiries() {}

    /** "You asked how long the guardian was on. Fifty minutes": the sentence before, on the same line, is about somebody else. */
    static boolean isAnswered(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.sentence().from();
        boolean alone = scene.amount().from() - from <= OPENING
                && !tokens.isWord(scene.amount().to());
        int end = from - 1;
        if (!alone || end <= 0 || tokens.isBreak(end) || !tokens.isOneOf(end, "?.")) {
            return false;
        }
        return isOfSomebody(tokens, new Range(scene.layout().sentenceStart(end - 1), end));
    }

    /** "how long was Tom on it", "how long the guardian was on"; not "how long did the guardian need me". */
    private static boolean isOfSomebody(Tokens tokens, Range range) {
        int asked = tokens.find(range.from(), range.to(), Tag.RELATIVE);
        if (asked < 0 || !tokens.phrase(asked).has(Tag.RELATIVE) || isOfMatter(tokens, range)) {
            return false;
        }
        int behind = asked + 1;
        while (tokens.phrase(behind).has(Tag.RELATIVE)) {
            behind++;
        }
        boolean inverted = tokens.is(behind, Tag.FINITE);
        int verb = subjectEnd(tokens, inverted ? behind + 1 : behind);
        return verb > 0 && (inverted || tokens.is(verb, Tag.FINITE));
    }

    /** "How long did the guardian need me?", "how long Orme took": it may be of the author's time as well. */
    private static boolean isOfMatter(Tokens tokens, Range range) {
        return tokens.has(range, Tag.TAKE) || tokens.has(range, Tag.ME);
    }

    /** One past a name or a person by their role, or -1; "the call", "Tom's call" are none. */
    private static int subjectEnd(Tokens tokens, int from) {
        boolean led = tokens.isAny(from, Tag.THE, Tag.THEIR, Tag.MINE);
        int noun = led ? from + 1 : from;
        boolean role =
                led && (tokens.is(noun, Tag.ROLE) || tokens.workClasses(noun).contains(PERSON));
        boolean person = role || (!led && tokens.isName(noun));
        return person && !tokens.is(noun + 1, Tag.POSSESSIVE) ? noun + 1 : -1;
    }
}
