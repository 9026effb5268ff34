package io.tenth.extraction.internal.text;

/**
 * Finds the mark above a signature: "-- ", a rule that people and list programs draw instead of it, or the dash before a
 * full name.
 *
 * <p>A rule may also part two sections of the author's own. So it counts if no prose is below, or as the only one with a
 * few lines below that begin like a signature.
 */
final class SignatureMark {

    private static final int LOOK = 40;
    private static final int PLAIN_LINES = 16;
    private static final int PROSAIC_LINES = 6;
    private static final int MOTTO = 60;
    private static final int SHORT_RULE = 3;

    private final Lines lines;
    private final SignatureLine line;

    SignatureMark(Lines lines, SignatureLine line) {
        this.lines = lines;
        this.line = line;
    }

    /** The line of the mark among the last of {@code [start, end)}; {@code end} if there is none. */
    int startIn(int start, int end) {
        if (isDashedName(end - 1) && !isListed(start, end - 1)) {
            return end - 1;
        }
        int limit = Math.max(start, end - LOOK);
        int rule = ruleAbove(end, limit);
        for (int i = rule; i >= limit; i = ruleAbove(i, limit)) {
            if (isTrueMark(i)) {
                return i;
            }
        }
        boolean sign = rule >= limit && (isPlain(rule, end) || (isShort(rule, end) && ruleAbove(rule, limit) < limit));
        return sign ? rule : end;
    }

    /** Whether a person's signature is below the mark, and not the footer of a list. */
    boolean signs(int i) {
        return lines.width(i) <= SHORT_RULE || !lines.isRule(i) || line.isName(lines.inkBelow(i + 1, 2));
    }

    /** "-Abel Kone", "-- Abel Kone"; but not the initials of "- AK", and no item of a list. */
    private boolean isDashedName(int i) {
        int from = lines.firstInk(i);
        int to = lines.lastInk(i);
        int name = from;
        while (name < to && "-\u2014\u2013".indexOf(lines.text().charAt(name)) >= 0) {
            name++;
        }
        boolean close =
                name > from && name < to && Character.isLetter(lines.text().charAt(name));
        boolean marked = close || lines.text().startsWith("-- ", from);
        return marked && Traits.words(lines.text(), name, to) > 1 && line.isName(i);
    }

    private boolean isListed(int start, int i) {
        int above = lines.inkAbove(i, start);
        return above < start || lines.begins(above, '-') || lines.text().charAt(lines.lastInk(above) - 1) == ':';
    }

    private int ruleAbove(int from, int limit) {
        int i = from - 1;
        while (i >= limit && !lines.isRule(i)) {
            i--;
        }
        return i;
    }

    private boolean isTrueMark(int i) {
        return lines.text().startsWith("-- ", lines.start(i)) && lines.width(i) == 2;
    }

    private boolean isPlain(int rule, int end) {
        boolean known = lines.inkBelow(rule + 1, PLAIN_LINES) >= end;
        for (int i = rule + 1; i < end; i++) {
            if (!lines.isBlank(i) && !isMotto(i, end) && !line.mayBePart(i)) {
                return false;
            }
            known |= line.isName(i) || line.isContact(i);
        }
        return end - rule <= PLAIN_LINES && (known || isDrawnAbove(rule));
    }

    /** Whether a rule of the usual marks stands right above what is below it. */
    private boolean isDrawnAbove(int rule) {
        return !lines.isBlank(rule + 1) && (lines.begins(rule, '-') || lines.begins(rule, '_'));
    }

    /** A short line near the end, which below a signature mark may be a sentence. */
    private boolean isMotto(int i, int end) {
        boolean near = end - i <= 2 && lines.width(i) < MOTTO;
        return near && !Traits.hasDigit(lines.text(), lines.firstInk(i), lines.lastInk(i));
    }

    private boolean isShort(int rule, int end) {
        boolean dashes = lines.width(rule) == 2 && lines.begins(rule, '-');
        return dashes && end - rule <= PROSAIC_LINES && !lines.isBlank(rule + 1) && line.mayBePart(rule + 1);
    }
}
