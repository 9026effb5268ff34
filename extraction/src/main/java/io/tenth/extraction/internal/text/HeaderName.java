package io.tenth.extraction.internal.text;

import org.jspecify.annotations.Nullable;

/** Tells what a line is in the header of a message by the name before its colon. */
final class HeaderName {

    private static final int LONGEST = 24;
    private static final MailWords[] ROLES = {
        MailWords.FROM, MailWords.DATE, MailWords.TO, MailWords.CC, MailWords.SUBJECT, MailWords.OTHER_HEADER
    };

    private final Lines lines;
    private final String text;
    private int colon;

    HeaderName(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
    }

    /** The role of the line, whose colon is then known; null if it has no name of a header. */
    @Nullable
    MailWords role(int line) {
        int from = lines.firstInk(line);
        int limit = Math.min(lines.next(line), from + LONGEST);
        while (from < limit && text.charAt(from) == '*') {
            from++;
        }
        colon = text.indexOf(':', from, limit);
        return colon > from && isName(from, colon) ? role(from, colon) : null;
    }

    /** Where the colon stands behind the name found last. */
    int end() {
        return colon;
    }

    private boolean isName(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!isPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable MailWords role(int from, int end) {
        int to = end;
        while (to > from && (Lines.isBlank(text.charAt(to - 1)) || text.charAt(to - 1) == '*')) {
            to--;
        }
        for (MailWords role : ROLES) {
            if (role.phrases().are(text, from, to)) {
                return role;
            }
        }
        return null;
    }

    private static boolean isPart(char c) {
        return Character.isLetter(c) || "-'\u2019* \u00a0".indexOf(c) >= 0;
    }
}
