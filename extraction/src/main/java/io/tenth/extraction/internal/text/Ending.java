package io.tenth.extraction.internal.text;

import java.util.BitSet;

/**
 * Marks what ends a stretch of the author's lines and is no word of the message: signature, the line of a telephone, the
 * footer of a list, a legal notice.
 *
 * <p>A closing that its author typed, "Thanks, Kay", is a word of the message; it goes only with a signature behind it.
 *
 * <p>It looks at a bounded number of lines above the end, round after round, until nothing more is found.
 */
final class Ending {

    private static final int MOST_ROUNDS = 8;
    private static final int BLOCK_LINES = 16;
    private static final int TITLE_LINES = 3;
    private static final int POSTSCRIPT_LINES = 10;

    private final Lines lines;
    private final String text;
    private final BitSet foreign;
    private final SignatureLine line;
    private final Closing closing;
    private final Notice notice;
    private final SignatureMark mark;
    private int first;
    private boolean cut;
    private boolean signed;

    Ending(Lines lines, BitSet foreign) {
        this.lines = lines;
        this.text = lines.text();
        this.foreign = foreign;
        this.line = new SignatureLine(lines);
        this.closing = new Closing(lines, line);
        this.notice = new Notice(lines);
        this.mark = new SignatureMark(lines, line);
    }

    /** Marks the end of the stretch {@code [start, end)}, and what is above a postscript at its end. */
    void mark(int start, int end) {
        first = start;
        int own = trimmed(end);
        int postscript = postscript(own);
        if (postscript >= 0) {
            foreign.set(trimmed(postscript), postscript);
        }
        if (own < end) {
            foreign.set(own, end);
        }
    }

    private int postscript(int end) {
        for (int i = end - 1; i > Math.max(first, end - POSTSCRIPT_LINES); i--) {
            if (lines.isBlank(i - 1) && line.isPostscript(i)) {
                return i;
            }
        }
        return -1;
    }

    private int trimmed(int end) {
        int own = notice.startIn(first, end);
        cut = own < end;
        signed = false;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            own = withoutBlanks(own);
            int next = own == first ? own : round(own);
            if (next == own) {
                break;
            }
            cut = true;
            own = next;
        }
        return own;
    }

    /** One round: the first of the ways to end a message that fits. */
    private int round(int end) {
        int marked = mark.startIn(first, end);
        if (marked < end) {
            signed |= mark.signs(marked);
            return marked;
        }
        if (line.isDevice(end - 1)) {
            return end - 1;
        }
        int found = signOff(end);
        found = found < end ? found : contacts(end);
        signed |= found < end;
        return found;
    }

    private int withoutBlanks(int end) {
        int own = end;
        while (own > first && lines.isBlank(own - 1)) {
            own--;
        }
        return own;
    }

    /** A closing with a signature behind it. */
    private int signOff(int end) {
        int below = end;
        for (int i = lines.inkAbove(end, first); i >= top(end); i = lines.inkAbove(i, first)) {
            if (closes(i)) {
                return isSigned(i, below, end) ? i : end;
            }
            if (!line.mayBePart(i)) {
                return end;
            }
            below = i;
        }
        return end;
    }

    private boolean closes(int i) {
        return closing.isFormal(i) || (i > first && closing.isThanks(i));
    }

    /** Whether more than a name is behind a closing: a contact, a title, or a signature that was cut before. */
    private boolean isSigned(int i, int below, int end) {
        boolean several = lines.inkBelow(below + 1, BLOCK_LINES) < end;
        boolean titled = closing.hasNameBehind(i) ? below < end : several && line.isName(below);
        return titled || hasContact(below, end) || (signed && !several);
    }

    /** A name above a contact, or above a title where more was cut, without a closing. */
    private int contacts(int end) {
        for (int i = lines.inkAbove(end, first); i >= top(end); i = lines.inkAbove(i, first)) {
            if (!line.mayBePart(i) || closes(i)) {
                return end;
            }
            boolean named = line.isName(i) || line.isNameWithNumber(i);
            if (named && isApart(i, end) && (hasContact(i, end) || isTitled(i, end))) {
                return i;
            }
        }
        return end;
    }

    /** The highest line that a signature may have. */
    private int top(int end) {
        return Math.max(first, end - BLOCK_LINES);
    }

    private boolean hasContact(int from, int end) {
        for (int i = from; i < end; i++) {
            if (line.isContact(i) || line.isNameWithNumber(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTitled(int name, int end) {
        return cut && name > first && end - name <= TITLE_LINES && lines.inkBelow(name + 1, TITLE_LINES) < end;
    }

    /** Whether a signature may begin here: below a blank line or thanks, or all that is above a quote and no greeting. */
    private boolean isApart(int i, int end) {
        return i == first
                ? end < lines.size() && text.charAt(lines.lastInk(i) - 1) != ','
                : (lines.isBlank(i - 1) || closing.isThanks(i - 1)) && !introduces(i);
    }

    /** Whether the text above ends with a colon, so that the line is what it announces. */
    private boolean introduces(int i) {
        int above = lines.inkAbove(i, first);
        return above < first || text.charAt(lines.lastInk(above) - 1) == ':';
    }
}
