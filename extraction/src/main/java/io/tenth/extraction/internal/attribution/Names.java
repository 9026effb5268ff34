package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Recognises what can be the name of a client or matter: capitalised words, and codes such as {@code 5530-02}. */
final class Names {

    private static final int LONGEST = 8;
    private static final int SHORT = 5;

    private Names() {}

    /** The name that begins at token {@code i} and ends before {@code to}, or null. */
    static @Nullable Range at(Tokens tokens, int i, int to) {
        int from = tokens.is(i, Tag.THE) ? i + 1 : i;
        if (from >= to || !begins(tokens, from)) {
            return null;
        }
        int end = from + 1;
        while (end < Math.min(to, from + LONGEST) && goesOn(tokens, end)) {
            end++;
        }
        return new Range(from, trimmed(tokens, from, end));
    }

    /** Whether a name can begin here: a word written large that means nothing else, or a code. */
    private static boolean begins(Tokens tokens, int i) {
        if (tokens.isNumber(i)) {
            boolean day = tokens.text(i).indexOf('/') > 0 && tokens.end(i) - tokens.start(i) <= SHORT;
            return !day && isCode(tokens, i);
        }
        return tokens.isCapitalised(i) && !isCommon(tokens, i);
    }

    private static boolean goesOn(Tokens tokens, int i) {
        if (tokens.isWord(i)) {
            return (tokens.isCapitalised(i) && !tokens.is(i, Tag.DATE_WORD)) || isLink(tokens, i);
        }
        boolean link = tokens.isOneOf(i, "/&-'.")
                && (tokens.isCapitalised(i + 1) || tokens.isNumber(i + 1) || isLink(tokens, i - 1));
        return link || (tokens.isNumber(i) && tokens.isOneOf(i - 1, "-/&"));
    }

    /** A small word inside a name: "Estate of Inouye", "Hollis v. Brandt". */
    private static boolean isLink(Tokens tokens, int i) {
        boolean small = tokens.isAny(i, Tag.OF, Tag.AND, Tag.POSSESSIVE) || tokens.is(i, Tag.VERSUS);
        return small && (tokens.isCapitalised(i + 1) || tokens.is(i, Tag.VERSUS));
    }

    /** {@code 5530-02}, {@code 2219 Mesa Verde}, {@code 17 Castle Terrace}: no day and no count. */
    private static boolean isCode(Tokens tokens, int i) {
        boolean joined = tokens.isOneOf(i + 1, "-/") && tokens.touchesPrevious(i + 1) && tokens.touchesPrevious(i + 2);
        boolean named = tokens.isCapitalised(i + 1) && !isCommon(tokens, i + 1);
        return named || (joined && tokens.end(i) - tokens.start(i) > 2);
    }

    private static boolean isCommon(Tokens tokens, int i) {
        return tokens.isAny(i, Tag.SELF, Tag.DATE_WORD, Tag.PREPOSITION, Tag.GERUND, Tag.FINITE, Tag.NO_MATTER)
                || tokens.isAny(i, Tag.CALL, Tag.OTHER, Tag.NEGATION, Tag.NON_BILLABLE, Tag.ADVERB, Tag.IT);
    }

    private static int trimmed(Tokens tokens, int from, int end) {
        int to = end;
        while (to > from + 1
                && ((!tokens.isWord(to - 1) && !tokens.isNumber(to - 1))
                        || tokens.isAny(to - 1, Tag.POSSESSIVE, Tag.AND, Tag.OF))) {
            to--;
        }
        return to;
    }
}
