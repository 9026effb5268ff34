package io.tenth.extraction.internal.text;

/** Finds the lines that Lotus Notes writes above the recipients of a message: company, sender, date, who sent it for whom. */
final class LotusHead {

    private static final int MOST_LINES = 7;
    private static final int MOST_BLANKS = 3;
    private static final int LOOK = 300;
    private static final int SHORT = 80;

    private final Lines lines;
    private final String text;

    LotusHead(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
    }

    /** The sender's line above the recipients: the one of the date, or the one above it; -1 without a date. */
    int above(int line) {
        for (int i = line - 1; i >= Math.max(0, line - MOST_LINES); i--) {
            int from = lines.firstInk(i);
            int to = lines.lastInk(i);
            if (from >= to || MailWords.BETWEEN.phrases().begin(text, from, to)) {
                continue;
            }
            return to - from <= LOOK && Traits.isDated(text, from, to) && Traits.hasClock(text, from, to)
                    ? sender(i, from, to)
                    : -1;
        }
        return -1;
    }

    /** The sender's line above the recipients without a date: a short one alone between a blank line and them. */
    int undated(int line) {
        int above = before(line);
        boolean alone = above < line && above > 0 && lines.isBlank(above - 1);
        return alone && lines.width(above) <= SHORT && !endsSentence(above) ? above : line;
    }

    /** The line of the sender: that of the date if it has a name too, else the one above. */
    private int sender(int dated, int from, int to) {
        int line = hasName(from, to) ? dated : before(dated);
        while (line > 0 && MailWords.BETWEEN.phrases().begin(text, from(line), to(line))) {
            line = before(line);
        }
        int above = before(line);
        boolean wrapped = above < line && Traits.words(text, from(above), to(above)) == 1 && !endsSentence(above);
        return wrapped && lines.width(above) <= SHORT ? above : line;
    }

    private boolean hasName(int from, int to) {
        int letters = 0;
        for (int i = from; i < to && !Character.isDigit(text.charAt(i)); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters > 3;
    }

    private int before(int line) {
        return line > 0 && !lines.isBlank(line - 1) ? line - 1 : line;
    }

    private boolean endsSentence(int line) {
        return ".!?:,".indexOf(text.charAt(to(line) - 1)) >= 0;
    }

    private int from(int line) {
        return lines.firstInk(line);
    }

    private int to(int line) {
        return lines.lastInk(line);
    }

    /** Lotus Notes writes the company's name, indented, above a {@code From:} that has the date beside it. */
    int letterhead(int line, int value, int valueEnd) {
        if (!Traits.hasClock(text, value, valueEnd) && !isWrappedDate(line + 1)) {
            return line;
        }
        int above = line - 1;
        while (above > 0 && lines.isBlank(above) && line - above <= MOST_BLANKS) {
            above--;
        }
        boolean indented = above >= 0 && from(above) > lines.start(above) && from(above) < to(above);
        return indented && lines.width(above) <= SHORT ? above : line;
    }

    /** The date of a {@code From:} that a long address pushed into a line of its own. */
    private boolean isWrappedDate(int line) {
        int from = from(line);
        int to = Math.min(to(line), from + SHORT);
        return from < to && Character.isDigit(text.charAt(from)) && Traits.hasClock(text, from, to);
    }
}
