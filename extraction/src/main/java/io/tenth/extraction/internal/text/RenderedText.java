package io.tenth.extraction.internal.text;

/** The text that a renderer writes: keeps the source of each character, and writes breaks and blanks only between text. */
final class RenderedText {

    private static final int DEEPEST_QUOTE = 5;

    private final StringBuilder text = new StringBuilder();
    private final SourceMap map = new SourceMap();
    private int breaks;
    private int tabs;
    private boolean blank;
    private int blankAt;
    private boolean cellOpened;
    private boolean rowEmpty = true;

    /** Whether nothing of the row is written yet, so that the break before it must stay, however many cells are empty. */
    private boolean rowAhead;

    private int quotes;
    private boolean foreign;

    void copy(char c, int place) {
        gap(place);
        text.append(c);
        map.add(1, place, place + 1);
    }

    void made(String letters, int from, int to) {
        if (letters.isBlank()) {
            blank(from);
            return;
        }
        gap(from);
        text.append(letters);
        map.add(letters.length(), from, to);
    }

    void blank(int place) {
        if (!blank) {
            blank = true;
            blankAt = place;
        }
    }

    void lineBreak() {
        breaks++;
    }

    void block() {
        if (!cellOpened) {
            breaks = Math.max(breaks, 1);
        }
    }

    void paragraph() {
        if (!cellOpened) {
            breaks = Math.max(breaks, 2);
        }
    }

    void row() {
        cellOpened = false;
        rowEmpty = true;
        rowAhead = true;
        tabs = 0;
        breaks = Math.max(breaks, 1);
    }

    void cell(boolean closing) {
        if (closing) {
            cellOpened = true;
            return;
        }
        if (rowEmpty) {
            rowEmpty = false;
        } else {
            tabs++;
            breaks = rowAhead ? breaks : 0;
        }
        cellOpened = true;
    }

    void quote(boolean closing) {
        breaks = Math.max(breaks, 1);
        quotes = Math.max(0, quotes + (closing ? -1 : 1));
    }

    /** Marks what follows as quoted, if it is in an element that the author did not write. */
    void foreign(boolean inside) {
        if (inside != foreign) {
            foreign = inside;
            breaks = Math.max(breaks, 1);
        }
    }

    /** Whether the text ends with a digit that nothing parts from what comes next. */
    boolean endsWithDigit() {
        boolean joined = breaks == 0 && tabs == 0 && !blank && !text.isEmpty();
        return joined && Character.isDigit(text.charAt(text.length() - 1));
    }

    OwnText finish(String body) {
        return new OwnText(body, text.toString(), map);
    }

    /** Writes what stands between the last character and the one at {@code place}. */
    private void gap(int place) {
        cellOpened = false;
        rowAhead = false;
        if (breaks > 0) {
            insert("\n".repeat(Math.min(breaks, 2)) + marks(), place);
        } else if (text.isEmpty()) {
            insert(marks(), place);
        }
        if (tabs > 0) {
            insert("\t".repeat(tabs), place);
        } else if (blank && breaks == 0 && !text.isEmpty()) {
            text.append(' ');
            map.add(1, blankAt, blankAt + 1);
        }
        breaks = 0;
        tabs = 0;
        blank = false;
    }

    private String marks() {
        return "> ".repeat(Math.min(quotes + (foreign ? 1 : 0), DEEPEST_QUOTE));
    }

    private void insert(String made, int place) {
        text.append(made);
        map.add(made.length(), place, place);
    }
}
