package io.tenth.extraction.internal.text;

/**
 * Tells where the legal notice begins that a company adds below its messages.
 *
 * <p>It is a paragraph that begins like one and has two more words of one, or that has three without. All below it was
 * added with it.
 */
final class Notice {

    private static final int MOST_LINES = 40;
    private static final int LOOK = 700;
    private static final int SURE = 2;
    private static final int SURE_ALONE = 3;

    private final Lines lines;
    private final String text;

    Notice(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
    }

    /** The first line of the highest notice among the last lines of {@code [start, end)}; {@code end} if there is none. */
    int startIn(int start, int end) {
        int found = end;
        int paragraphEnd = end;
        for (int line = end - 1; line >= Math.max(start, end - MOST_LINES); line--) {
            boolean first = line == start || lines.isBlank(line - 1) || lines.isRule(line - 1);
            if (lines.isBlank(line) || lines.isRule(line)) {
                paragraphEnd = line;
            } else if (first && isNotice(line, paragraphEnd)) {
                found = line;
            }
        }
        return found < end ? titled(start, found) : end;
    }

    /** The line of a title alone above a notice: "Disclaimer". */
    private int titled(int start, int notice) {
        int above = lines.inkAbove(notice, start);
        boolean alone = above > start && lines.isBlank(above - 1);
        int to = lines.lastInk(Math.max(above, 0));
        int end = alone && text.charAt(to - 1) == ':' ? to - 1 : to;
        return alone && MailWords.NOTICE.phrases().are(text, lines.firstInk(above), end) ? above : notice;
    }

    private boolean isNotice(int line, int paragraphEnd) {
        int from = lines.firstInk(line);
        while (from < lines.next(line) && "*[(\"".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int to = Math.min(lines.start(paragraphEnd), from + LOOK);
        int sure = MailWords.NOTICE_SURE.phrases().count(text, from, to);
        return sure >= SURE_ALONE || (sure >= SURE && MailWords.NOTICE.phrases().begin(text, from, to));
    }
}
