package io.tenth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text of a mail made fit for a terminal: one line, and nothing in it that a terminal would obey. */
final class Printable {

    private Printable() {}

    /** Turns runs of blanks, control characters and invisible formatting (escape codes, bidi overrides) into one blank. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isShown(c)) {
                line.append(gap && !line.isEmpty() ? " " : "").appendCodePoint(c);
            }
            gap = !isShown(c);
        }
        return line.toString();
    }

    /** Breaks a line between words so that no piece is longer than the width; a longer word is cut. */
    static List<String> wrapped(String line, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (length(rest) > width) {
            int limit = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', limit);
            int cut = space > 0 ? space : limit;
            pieces.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }

    /** Fills a text with blanks up to the width; a longer one is cut with an ellipsis. */
    static String padded(String text, int width) {
        String fitting = length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
        return fitting + " ".repeat(width - length(fitting));
    }

    static String hours(int minutes) {
        return String.format(Locale.ROOT, "%.2f", minutes / 60.0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
