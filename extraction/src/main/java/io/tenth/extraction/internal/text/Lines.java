package io.tenth.extraction.internal.text;

import java.util.Arrays;

/** The lines of a text by number, without their line ends. */
final class Lines {

    private final String text;
    private int size;
    private int[] starts = new int[64];

    Lines(String text) {
        this.text = text;
        for (int start = 0; start <= text.length(); ) {
            add(start);
            int end = text.indexOf('\n', start);
            start = end < 0 ? text.length() + 1 : end + 1;
        }
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
        int i = start(line);
        while (i < next(line) && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    /** One past the last character of the line that is no blank, or its start. */
    int lastInk(int line) {
        int i = next(line);
        while (i > start(line) && text.charAt(i - 1) <= ' ') {
            i--;
        }
        return i;
    }

    boolean isBlank(int line) {
        return lastInk(line) == start(line);
    }

    /** The line without blanks around it, at most {@code longest} characters of it. */
    String ink(int line, int longest) {
        int from = firstInk(line);
        return from >= next(line) ? "" : text.substring(from, Math.min(lastInk(line), from + longest));
    }

    private void add(int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = start;
    }
}
