package io.tenth.assistant;

import java.util.regex.Pattern;

/**
 * Words that somebody else has chosen, as they stand in a sentence of ours or before a model: on one line, without what steers how
 * text is shown, and cut.
 */
final class OneLine {

    /** The longest text that an assistant can have kept, in code points. Whoever is asked for a yes is shown all of it. */
    static final int LONGEST_ARGUMENT = 500;

    /** The longest name of the directory, in code points. */
    static final int LONGEST_NAME = 80;

    /** Line breaks and other control characters, marks of direction, what is not seen, halves of characters; and white space. */
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Zs}]+");

    private OneLine() {}

    /** A name of the directory. */
    static String name(String name) {
        return of(name, LONGEST_NAME);
    }

    /** Words in quotation marks, which they cannot end. */
    static String quoted(String words, int most) {
        return "\"" + of(words, most).replace('"', '\'') + "\"";
    }

    static String of(String text, int most) {
        return cut(NOT_SHOWN.matcher(text).replaceAll(" ").strip(), most);
    }

    /** The beginning of a text, with a mark where it was cut. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
