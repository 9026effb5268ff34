package io.tenth.extraction.internal.text;

import java.util.Arrays;

/** The lines of a text by number, without their line ends. */
final class Lines {

    /** What mail has on the average, so that the arrays seldom grow. */
    private static final int CHARACTERS_PER_LINE = 48;

    private final String text;
    private int size;
    private int[] starts;
    private int[] inks;

    Lines(String text) {
        this.text = text;
        this.starts = new int[8 + text.length() / CHARACTERS_PER_LINE];
        this.inks = new int[2 * starts.length];
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            add(start, end);
            start = end + 1;
        }
    }

    /** Whether a character shows nothing: control characters, blanks of all widths, and marks of no width. */
    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200f') || c == '\u202f' || c == '\ufeff';
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int start(int line) {
        return line < size ? starts[line] : text.length();
    }

    /** Where the next line starts. */
    int next(int line) {
        return start(line + 1);
    }

    /** The first character of the line that is no blank, or its end. */
    int firstInk(int line) {
        return line < size ? inks[2 * line] : text.length();
    }

    /** One past the last character of the line that is no blank, or its end where all are. */
    int lastInk(int line) {
        return line < size ? inks[2 * line + 1] : text.length();
    }

    boolean isBlank(int line) {
        return lastInk(line) == firstInk(line);
    }

    /** How many characters stand between the blanks at both ends of the line. */
    int width(int line) {
        return lastInk(line) - firstInk(line);
    }

    /** Whether the line begins with {@code mark} behind its blanks. */
    boolean begins(int line, char mark) {
        int first = firstInk(line);
        return first < lastInk(line) && text.charAt(first) == mark;
    }

    /** The first line at or below {@code line} that is not blank, looking {@code far} lines at most; the size if none is. */
    int inkBelow(int line, int far) {
        for (int i = line; i < Math.min(size, line + far); i++) {
            if (!isBlank(i)) {
                return i;
            }
        }
        return size;
    }

    /** The next line above {@code line} that is not blank; one less than {@code first} if none is from there on. */
    int inkAbove(int line, int first) {
        int above = line - 1;
        while (above >= first && isBlank(above)) {
            above--;
        }
        return above;
    }

    /** Whether the line is a rule: at least two of the marks that people draw lines with, and nothing else. */
    boolean isRule(int line) {
        int from = firstInk(line);
        int to = lastInk(line);
        if (from < to && Character.isLetterOrDigit(text.charAt(from))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ("-_=*#~\u2014\u2013\u2500\u2501".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return to - from >= 2 || (to - from == 1 && text.charAt(from) == '\u2014');
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            inks = Arrays.copyOf(inks, size * 4);
        }
        int first = start;
        while (first < end && isBlank(text.charAt(first))) {
            first++;
        }
        int last = end;
        while (last > first && isBlank(text.charAt(last - 1))) {
            last--;
        }
        inks[2 * size] = first;
        inks[2 * size + 1] = last;
        starts[size++] = start;
    }
}
