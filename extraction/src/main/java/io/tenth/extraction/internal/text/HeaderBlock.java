package io.tenth.extraction.internal.text;

import java.util.EnumSet;
import java.util.Set;

/**
 * Tells where the header of another's message stands in a text: {@code From:}, {@code Sent:}, {@code To:} with or without a
 * line above that says so, and the form of Lotus Notes, which has the sender and the date above {@code To:}.
 */
final class HeaderBlock {

    private static final int MOST_LINES = 80;
    private static final int MOST_BLANKS = 3;
    private static final int LOOK = 300;
    private static final int LONGEST_REST = 80;

    private final Lines lines;
    private final String text;
    private final HeaderName name;
    private final Set<MailWords> seen = EnumSet.noneOf(MailWords.class);
    private boolean address;
    private boolean date;
    private boolean clock;

    HeaderBlock(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
        this.name = new HeaderName(lines);
    }

    /** Whether all below is forwarded, by the words of this line: "-----Original Message-----". */
    boolean isForwardMark(int line) {
        int first = lines.firstInk(line);
        int last = lines.lastInk(line);
        boolean framed = Traits.has("-_#*=", text, first, first + 1)
                && first + 1 < last
                && text.charAt(first) == text.charAt(first + 1);
        if (!framed && text.charAt(last - 1) != ':') {
            return false;
        }
        int from = first;
        while (from < last && "-_=*#> ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int end = MailWords.FORWARDED.phrases().end(text, from, last);
        return end >= 0 && (framed || last - end <= 2);
    }

    /** Whether the line is the title of a forward, with or without a frame; a title only if a header is below. */
    boolean isForwardTitle(int line) {
        int from = lines.firstInk(line);
        int to = lines.lastInk(line);
        return from < to
                && (isForwardMark(line) || MailWords.FORWARDED.phrases().are(text, from, to));
    }

    /** The first line of the header that this line belongs to as its first or, in Lotus Notes, its third; -1 if it is none. */
    int startOf(int line) {
        MailWords role = name.role(line);
        if (role == null || role == MailWords.CC || role == MailWords.OTHER_HEADER) {
            return -1;
        }
        int value = name.end() + 1;
        int valueEnd = Math.min(lines.lastInk(line), value + LOOK);
        read(line);
        return switch (role) {
            case FROM -> isFromBlock(value, valueEnd) ? new LotusHead(lines).letterhead(line, value, valueEnd) : -1;
            case TO -> lotus(line);
            default -> isDatedBlock(role) ? line : -1;
        };
    }

    /** A header that begins with the date or the subject. */
    private boolean isDatedBlock(MailWords role) {
        boolean people = seen.contains(MailWords.FROM) || (role == MailWords.DATE && seen.contains(MailWords.TO));
        return people && address && date && (role == MailWords.DATE || seen.size() >= 3);
    }

    private boolean isFromBlock(int value, int valueEnd) {
        boolean sender = Traits.has("@", text, value, valueEnd);
        return (sender || isName(value, valueEnd)) && ((sender && isPair()) || isHeader());
    }

    /** An address and one more name: a date or a recipient. */
    private boolean isPair() {
        return seen.size() == 2 && (date || seen.contains(MailWords.TO));
    }

    /** Three names or more. "From: Leeds", "To: York", "Date: 3 March" are a journey, until a clock or a subject is there. */
    private boolean isHeader() {
        boolean sent = address || clock;
        return seen.size() >= 3 && (sent || (seen.size() >= 4 && seen.contains(MailWords.SUBJECT)));
    }

    /** A name begins with a letter or a quotation mark; a clock ("From: 9:15") with a digit. */
    private boolean isName(int value, int valueEnd) {
        int i = value;
        while (i < valueEnd && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i == valueEnd || !Character.isDigit(text.charAt(i));
    }

    /** Reads the header from {@code line} on: which names it has, whether there is an address and a date. */
    private void read(int line) {
        seen.clear();
        address = false;
        date = false;
        clock = false;
        MailWords role = MailWords.OTHER_HEADER;
        int blanks = 0;
        for (int i = line; i < Math.min(lines.size(), line + MOST_LINES) && blanks <= MOST_BLANKS; i++) {
            if (lines.isBlank(i)) {
                blanks++;
                continue;
            }
            MailWords next = name.role(i);
            if (next == null ? blanks > 0 || !goesOn(role, i) : !isNew(next)) {
                return;
            }
            role = next == null ? role : next;
            blanks = 0;
            weigh(i, role);
        }
    }

    private boolean isNew(MailWords next) {
        return next == MailWords.OTHER_HEADER || seen.add(next);
    }

    private void weigh(int line, MailWords role) {
        int from = lines.firstInk(line);
        int to = Math.min(lines.lastInk(line), from + LOOK);
        address |= Traits.has("@", text, from, to);
        boolean dating = role == MailWords.DATE || role == MailWords.FROM;
        clock |= dating && Traits.hasClock(text, from, to);
        date |= dating && (clock || Traits.isExactDate(text, from, to));
    }

    /** Whether a line without a name goes on with the addresses or the subject above it. */
    private boolean goesOn(MailWords role, int line) {
        int from = lines.firstInk(line);
        int to = lines.lastInk(line);
        boolean people = role == MailWords.TO || role == MailWords.CC || role == MailWords.FROM;
        return to - from <= LONGEST_REST || (people && Traits.has("@,;<", text, from, Math.min(to, from + LOOK)));
    }

    /** Lotus Notes: the sender and the date above the recipients, or a list of them that only a program writes. */
    private int lotus(int line) {
        boolean full = seen.contains(MailWords.CC) || seen.contains(MailWords.SUBJECT);
        if (!full) {
            return -1;
        }
        var lotus = new LotusHead(lines);
        int head = lotus.above(line);
        boolean listed = address && seen.contains(MailWords.CC) && seen.contains(MailWords.SUBJECT);
        return head >= 0 || !listed ? head : lotus.undated(line);
    }
}
