package io.tenth.cli;

import io.tenth.extraction.ExaminedAmount;

/**
 * A sentence on one line with an amount in square brackets in it: a sentence can hold several.
 *
 * @param before what stands before the bracket
 * @param amount the amount with its brackets
 * @param after what stands behind the bracket
 */
record MarkedAmount(String before, String amount, String after) {

    private static final String CUT = "…";

    /** Words are cut only where they are longer. */
    private static final int LONG_WORD = 16;

    static MarkedAmount of(ExaminedAmount examined) {
        String text = examined.text();
        int start = examined.inText().start();
        int end = examined.inText().end();
        String line = Printable.of(text);
        String amount = Printable.of(text.substring(start, end));
        int behind = Printable.of(text.substring(0, end)).length();
        return new MarkedAmount(
                line.substring(0, behind - amount.length()), "[" + amount + "]", line.substring(behind));
    }

    /**
     * Cuts what is farthest from the amount, so that the line is no longer than the width unless the amount itself is. Of two
     * long sides the one before the amount gets more: it says who did what.
     */
    String within(int width) {
        int room = Math.max(0, width - amount.length());
        int forBefore = Math.min(before.length(), Math.max(room * 2 / 3, room - after.length()));
        return end(before, forBefore) + amount + start(after, room - forBefore);
    }

    private static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int most = Math.max(0, length - 1);
        int blank = text.lastIndexOf(' ', most);
        return text.substring(0, blank > most - LONG_WORD ? blank : whole(text, most)) + CUT;
    }

    private static String end(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int least = text.length() - Math.max(0, length - 1);
        int blank = text.indexOf(' ', least - 1);
        boolean near = blank >= 0 && blank < least + LONG_WORD;
        return CUT + text.substring(near ? blank + 1 : whole(text, least));
    }

    /** The index, or the one before it where it would part a character in two. */
    private static int whole(String text, int index) {
        boolean parts = index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return parts ? index - 1 : index;
    }
}
