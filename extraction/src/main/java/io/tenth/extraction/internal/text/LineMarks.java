package io.tenth.extraction.internal.text;

import java.util.List;
import java.util.Locale;

/** Tells which lines somebody or something other than the author wrote. Looks at a bounded stretch of each line. */
final class LineMarks {

    private static final int LOOK = 200;
    private static final int HEADER_LINES = 6;
    private static final int LONGEST_HEADER = 16;
    private static final int ATTRIBUTION_LINES = 3;
    private static final int NOTICE_LINES = 40;
    private static final int NOTICE_LOOK = 1000;

    private final String text;
    private final Lines lines;

    LineMarks(String text, Lines lines) {
        this.text = text;
        this.lines = lines;
    }

    /** How many lines from {@code line} on are not the author's; 0 if this one is. */
    int foreignLines(int line) {
        int first = lines.firstInk(line);
        if (first >= lines.next(line)) {
            return 0;
        }
        char c = text.charAt(first);
        if (c == '>') {
            return 1;
        }
        int rest = lines.size() - line;
        if (endsOwnWords(line)) {
            return rest;
        }
        int attribution = attribution(line, rest);
        return attribution > 0 ? attribution : startsWithAny(line, MailMarks.DEVICE) ? 1 : notice(line);
    }

    private boolean endsOwnWords(int line) {
        return isSignatureMark(line) || isForwardMark(line) || startsHeaderBlock(line);
    }

    private boolean isSignatureMark(int line) {
        String ink = lines.ink(line, 4);
        return ink.equals("--") || ink.equals("__");
    }

    private boolean isForwardMark(int line) {
        if (lines.lastInk(line) - lines.firstInk(line) > LOOK / 2) {
            return false;
        }
        char first = text.charAt(lines.firstInk(line));
        char last = text.charAt(lines.lastInk(line) - 1);
        boolean framed = first == '-' && last == '-';
        return (framed || last == ':') && isForwardPhrase(lines.ink(line, LOOK));
    }

    private static boolean isForwardPhrase(String ink) {
        String bare = strip(ink, "-: *").toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return MailMarks.FORWARDED.stream().anyMatch(bare::startsWith);
    }

    /** A sender's line with at least two other header lines close below it. */
    private boolean startsHeaderBlock(int line) {
        if (!MailMarks.FROM.contains(headerName(line))) {
            return false;
        }
        int found = 0;
        for (int i = line + 1; i <= line + HEADER_LINES && i < lines.size(); i++) {
            if (MailMarks.HEADER.contains(headerName(i))) {
                found++;
            }
        }
        return found >= 2;
    }

    /** The name before the colon of a line like {@code Sent: Monday}, or nothing. */
    private String headerName(int line) {
        int first = lines.firstInk(line);
        int colon = first;
        int limit = Math.min(lines.next(line), first + LONGEST_HEADER);
        while (colon < limit && text.charAt(colon) != ':') {
            colon++;
        }
        return colon == limit ? "" : strip(text.substring(first, colon), "* ").toLowerCase(Locale.ROOT);
    }

    /** The lines of an "On ... wrote:" line, with all below unless what follows is marked line by line. */
    private int attribution(int line, int rest) {
        for (int length = 1; length <= Math.min(ATTRIBUTION_LINES, rest); length++) {
            int last = line + length - 1;
            if (lines.isBlank(last)) {
                return 0;
            }
            if (text.charAt(lines.lastInk(last) - 1) == ':') {
                return isAttribution(line, last) ? markedBelow(last) ? length : rest : 0;
            }
        }
        return 0;
    }

    private boolean isAttribution(int first, int last) {
        int from = lines.firstInk(first);
        int to = lines.lastInk(last);
        if (to - from > 2 * LOOK) {
            return false;
        }
        String ink = text.substring(from, to).toLowerCase(Locale.ROOT);
        String bare = strip(ink, ": ");
        boolean addressed = ink.indexOf('@') >= 0 && MailMarks.WROTE.stream().anyMatch(ink::contains);
        boolean dated = ink.chars().anyMatch(Character::isDigit);
        return addressed || (dated && MailMarks.WROTE.stream().anyMatch(bare::endsWith));
    }

    private boolean markedBelow(int line) {
        int next = line + 1;
        while (next < lines.size() && lines.isBlank(next)) {
            next++;
        }
        return next < lines.size() && text.charAt(lines.firstInk(next)) == '>';
    }

    /** The lines of a legal notice that begins here: up to the next blank line. */
    private int notice(int line) {
        if (!startsWithAny(line, MailMarks.NOTICE)) {
            return 0;
        }
        int end = line;
        while (end < Math.min(lines.size(), line + NOTICE_LINES) && !lines.isBlank(end)) {
            end++;
        }
        int from = lines.start(line);
        String notice = text.substring(from, Math.min(lines.start(end), from + NOTICE_LOOK))
                .toLowerCase(Locale.ROOT);
        return MailMarks.NOTICE_SURE.stream().anyMatch(notice::contains) ? end - line : 0;
    }

    private boolean startsWithAny(int line, List<String> beginnings) {
        int first = lines.firstInk(line);
        for (String beginning : beginnings) {
            if (text.regionMatches(true, first, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    private static String strip(String ink, String marks) {
        int from = 0;
        int to = ink.length();
        while (from < to && marks.indexOf(ink.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && marks.indexOf(ink.charAt(to - 1)) >= 0) {
            to--;
        }
        return ink.substring(from, to);
    }
}
