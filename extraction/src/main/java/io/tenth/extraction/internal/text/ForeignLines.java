package io.tenth.extraction.internal.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the lines of a text that its author did not write: first what is quoted and forwarded, then what closes each
 * stretch in between.
 *
 * <p>A line that looks like a mail program's is not enough. A header needs others beside it, an attribution a date and an
 * address or the quote below: what is cut wrongly is work that nobody bills.
 */
final class ForeignLines {

    /** A wrapped rest of a quoted line is shorter than this, and the quoted line longer than that. */
    private static final int SHORT = 40;

    private static final int LONG = 60;
    private static final int RULE_ABOVE = 2;

    private final Lines lines;
    private final String text;
    private final HeaderBlock headers;
    private final Attribution attribution;
    private final BitSet foreign = new BitSet();

    /** By a foreign line where the author's words on it end: hardly any mail has such a line. */
    private Map<Integer, Integer> shared = Map.of();

    ForeignLines(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
        this.headers = new HeaderBlock(lines);
        this.attribution = new Attribution(lines);
    }

    BitSet find() {
        int end = lines.size();
        for (int line = 0; line < end; line++) {
            int border = border(line);
            if (border >= 0) {
                foreign.set(climb(border), end);
                break;
            }
        }
        endings();
        return foreign;
    }

    /** Where the author's part of a foreign line ends: its start but for a line that the author shares. */
    int ownUntil(int line) {
        return shared.isEmpty() ? lines.start(line) : shared.getOrDefault(line, lines.start(line));
    }

    /** Marks what is foreign at this line alone; returns where another's message begins that reaches to the end, or -1. */
    private int border(int line) {
        int first = lines.firstInk(line);
        if (lines.isBlank(line)) {
            return -1;
        }
        if (isReplyMark(line, first)) {
            return line;
        }
        if (isMarked(line, text.charAt(first))) {
            foreign.set(line);
            return -1;
        }
        if (headers.isForwardMark(line) || attribution.leads(line)) {
            return line;
        }
        int block = headers.startOf(line);
        return block >= 0 ? block : attributed(line);
    }

    /** GroupWise: {@code >>> "Ann Lee" <ann@lee.example> 3/05/01 10:11AM >>>} above a quote that is not marked. */
    private boolean isReplyMark(int line, int first) {
        int last = lines.lastInk(line);
        return text.startsWith(">>>", first)
                && text.startsWith(">>>", last - 3)
                && Traits.isDated(text, first, Math.min(last, first + LONG * 3))
                && !lines.begins(line + 1, '>');
    }

    private boolean isMarked(int line, char first) {
        return switch (first) {
            case '>' -> isQuoted(line);
            case '|' ->
                isBelowForeign(line)
                        ? isBarred(line) || lines.begins(line - 1, '|')
                        : isBarred(line) && isBarred(line + 1);
            default -> line > 0 && foreign.get(line - 1) && isWrappedQuote(line);
        };
    }

    private boolean isQuoted(int line) {
        boolean escaped = text.startsWith(">From ", lines.start(line));
        boolean alone = !lines.begins(Math.max(0, line - 1), '>') && !lines.begins(line + 1, '>');
        return !(escaped && alone) && !text.startsWith("<<", lines.lastInk(line) - 2);
    }

    /** Whether what is next above, over a blank line at most, is foreign. */
    private boolean isBelowForeign(int line) {
        int above = line > 1 && lines.isBlank(line - 1) ? line - 2 : line - 1;
        return above >= 0 && foreign.get(above);
    }

    /** A bar in front and nowhere else: with a second one the line is the row of a table. */
    private boolean isBarred(int line) {
        return lines.begins(line, '|') && text.lastIndexOf('|', lines.lastInk(line)) == lines.firstInk(line);
    }

    private boolean isWrappedQuote(int line) {
        boolean inside = lines.begins(line - 1, '>') && lines.begins(line + 1, '>') && lines.width(line - 1) >= LONG;
        boolean goesOn = inside && ".!?:".indexOf(text.charAt(lines.lastInk(line - 1) - 1)) < 0;
        return goesOn && (lines.width(line) < SHORT || Character.isLowerCase(text.charAt(lines.firstInk(line))));
    }

    private int attributed(int line) {
        int start = attribution.startOf(line);
        if (start < 0) {
            return -1;
        }
        int from = line;
        while (lines.start(from) > start) {
            from--;
        }
        if (start > lines.firstInk(from)) {
            share(from, start);
        }
        if (!attribution.isQuoteBelow(line)) {
            return from;
        }
        foreign.set(from, line + 1);
        return -1;
    }

    private void share(int line, int until) {
        if (shared.isEmpty()) {
            shared = new HashMap<>();
        }
        shared.put(line, until);
    }

    /** The rules and the marks of a forward above another's message belong to it. */
    private int climb(int border) {
        int top = border;
        for (int line = border - 1; line >= 0 && top - line <= RULE_ABOVE; line--) {
            if (lines.isRule(line) || headers.isForwardTitle(line)) {
                top = line;
            } else if (!lines.isBlank(line)) {
                break;
            }
        }
        return top;
    }

    private void endings() {
        var ending = new Ending(lines, foreign);
        for (int start = foreign.nextClearBit(0); start < lines.size(); ) {
            int end = foreign.nextSetBit(start);
            end = end < 0 ? lines.size() : end;
            if (!shared.containsKey(end)) {
                ending.mark(start, end);
            }
            start = foreign.nextClearBit(end);
        }
    }
}
