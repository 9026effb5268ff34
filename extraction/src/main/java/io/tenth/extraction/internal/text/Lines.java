package io.tenth.extraction.internal.text;

/** The lines of a text by number, without their line ends. */
final class Lines {

    private final String text;
    private final int[] starts;
    private final int[] inks;

    Lines(String text) {
        this.text = text;
        this.starts = new int[count(text)];
        this.inks = new int[2 * starts.length];
        int start = 0;
        for (int line = 0; line < starts.length; line++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            starts[line] = start;
            measure(line, start, end);
            start = end + 1;
        }
    }

    private static int count(String text) {
        int lines = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            lines++;
        }
        return lines;
    }

    /** Whether a character shows nothing: control characters, blanks of all widths, and marks of no width. */
    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200f') || c == '\u202f' || c == '\ufeff';
    }

    String text() {
        return text;
    }

    int size() {
        return starts.length;
    }

    int start(int line) {
        return line < starts.length ? starts[line] : text.length();
    }

    /** Where the next line starts. */
    int next(int line) {
        return start(line + 1);
    }

    /** The first character of the line that is no blank, or its end. */
    int firstInk(int line) {
        return line < starts.length ? inks[2 * line] : text.length();
    }

    /** One past the last character of the line that is no blank, or its end where all are. */
    int lastInk(int line) {
        return line < starts.length ? inks[2 * line + 1] : text.length();
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
        for (int i = line; i < Math.min(starts.length, line + far); i++) {
            if (!isBlank(i)) {
                return i;
            }
        }
        return starts.length;
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

    private void measure(int line, int start, int end) {
        int first = start;
        while (first < end && isBlank(text.charAt(first))) {
            first++;
        }
        int last = end;
        while (last > first && isBlank(text.charAt(last - 1))) {
            last--;
        }
        inks[2 * line] = first;
        inks[2 * line + 1] = last;
    }
}
