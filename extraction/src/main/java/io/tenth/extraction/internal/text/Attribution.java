package io.tenth.extraction.internal.text;

/**
 * Tells where the line begins that says who wrote the quote below: "On Monday, 4 March 2024, Ann wrote:" over one to four
 * lines.
 *
 * <p>The same words stand in prose. So it takes a date and an address, or a date and a clock, or a quote that is marked line
 * by line below it.
 */
final class Attribution {

    private static final int LONGEST = 400;
    private static final int MOST_LINES = 4;
    private static final int BLANK_BELOW = 4;
    private static final int MOST_NAMES = 5;
    private static final int LONGEST_VERB = 12;
    private static final int LONGEST_ABBREVIATION = 4;

    private final Lines lines;
    private final String text;
    private int last;
    private int end;
    private boolean quoted;

    Attribution(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
    }

    /** Whether the next line with anything on it is marked as quoted. */
    boolean isQuoteBelow(int line) {
        int below = lines.inkBelow(line + 1, BLANK_BELOW);
        return lines.begins(below, '>') || lines.begins(below, '|');
    }

    /** Where the attribution begins that ends with this line, or -1. */
    int startOf(int line) {
        last = line;
        end = lines.lastInk(line);
        char closing = text.charAt(end - 1);
        if (closing == '>') {
            return bare(line);
        }
        if (closing != ':' && closing != '-') {
            return -1;
        }
        while (end > lines.start(line) && ":-*_ ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        quoted = isQuoteBelow(line);
        if (!mayEnd(line, closing)) {
            return -1;
        }
        int start = dated();
        return start >= 0 ? start : named();
    }

    /** A date and an address on a line of their own above a quote: "2011/4/7 Ann Lee <ann@lee.example>". */
    private int bare(int line) {
        int from = lines.firstInk(line);
        boolean dated =
                end - from <= LONGEST && Character.isDigit(text.charAt(from)) && Traits.has("@", text, from, end);
        return dated && Traits.isExactDate(text, from, end) && isQuoteBelow(line) ? from : -1;
    }

    /** Whether the line's end is that of an attribution: a verb near it, or an address, or a date behind a verb further up. */
    private boolean mayEnd(int line, char closing) {
        int from = Math.max(lines.firstInk(line), end - LONGEST);
        if (MailWords.WROTE.phrases().last(text, from, end) >= 0) {
            return true;
        }
        boolean address = end > from && ">)]".indexOf(text.charAt(end - 1)) >= 0;
        boolean date = quoted || (end > from && Character.isDigit(text.charAt(end - 1)));
        return closing == ':' && (address || (date && isWrappedVerb(line)));
    }

    private boolean isWrappedVerb(int line) {
        int top = line;
        while (top > 0 && line - top < MOST_LINES - 1 && !lines.isBlank(top - 1) && !lines.begins(top - 1, '>')) {
            top--;
        }
        return MailWords.WROTE.phrases().last(text, Math.max(lines.firstInk(top), end - LONGEST), end) >= 0;
    }

    /**
     * The nearest line above that begins with "On" or a date and has, down to the end, all that an attribution has. A date or
     * a small letter may also go on with a wrapped one, so a line further up with a capital "On" is preferred to it.
     */
    private int dated() {
        int found = -1;
        for (int line = last; mayBelong(line) && !(found >= 0 && endsSentence(line)); line--) {
            int from = afterDashes(line);
            boolean dated = isDated(from);
            int shared = dated ? -1 : sharing(line);
            if (shared >= 0) {
                return shared;
            }
            if (dated && Character.isUpperCase(text.charAt(from))) {
                return lines.firstInk(line);
            }
            found = dated && found < 0 ? lines.firstInk(line) : found;
        }
        return found;
    }

    /** Whether a line may be one of the attribution: one of the last few, neither blank nor quoted. */
    private boolean mayBelong(int line) {
        return line > last - MOST_LINES
                && line >= 0
                && !lines.isBlank(line)
                && !lines.begins(line, '>')
                && end - lines.firstInk(line) <= LONGEST;
    }

    /** Whether a line ends with a full stop that is not the one of "Jan.". */
    private boolean endsSentence(int line) {
        int to = lines.lastInk(line) - 1;
        int word = to;
        while (word > lines.firstInk(line) && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return ".!?:".indexOf(text.charAt(to)) >= 0 && to - word > LONGEST_ABBREVIATION;
    }

    private boolean isDated(int from) {
        if (!opens(from)) {
            return false;
        }
        boolean clock = Traits.hasClock(text, from, end);
        if (MailWords.WROTE.phrases().last(text, from + 1, end) < 0) {
            boolean number = Character.isDigit(text.charAt(from));
            return (number || (clock && isDay(from))) && isFromAddress(from, end);
        }
        return clock || isFromAddress(from, end) || (quoted && Traits.hasDigit(text, from, end));
    }

    private boolean opens(int from) {
        return Character.isDigit(text.charAt(from)) || MailWords.ON.phrases().begin(text, from, end) || isDay(from);
    }

    /** The day of the week in front of a date: "Wed, 14 Feb", "Mi. 14. Februar", "ср 14". */
    private boolean isDay(int from) {
        int day = MailWords.DAY.phrases().end(text, from, end);
        boolean more = day >= 0 && day + 1 < end;
        return more && (Traits.has(",.", text, day, day + 1) || Character.isDigit(text.charAt(day + 1)));
    }

    private boolean isFromAddress(int from, int to) {
        return Traits.has("@", text, from, to) && Traits.isExactDate(text, from, to);
    }

    /** An attribution behind the author's words on the same line, as some programs write it. */
    private int sharing(int line) {
        int stop = Math.min(end, lines.lastInk(line));
        for (int i = Math.max(lines.firstInk(line) + 1, stop - LONGEST); i < stop; i++) {
            char before = text.charAt(i - 1);
            boolean open = (before == ' ' || before == '-') && Character.isUpperCase(text.charAt(i));
            if (open && MailWords.ON.phrases().begin(text, i, end) && isFull(i)) {
                return withoutDashes(i);
            }
        }
        return -1;
    }

    private boolean isFull(int from) {
        return isFromAddress(from, end) && isDated(from);
    }

    private int withoutDashes(int from) {
        int start = from;
        while (start > 0 && "- ".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    /** "Ann Lee wrote:" above a marked quote, or with the address of Ann Lee. */
    private int named() {
        for (int line = last; mayBelong(line); line--) {
            int from = lines.firstInk(line);
            if (isNamed(from, line == last)) {
                return from;
            }
        }
        return -1;
    }

    private boolean isNamed(int from, boolean whole) {
        int verb = MailWords.WROTE.phrases().last(text, from, end);
        boolean address = Traits.has("@", text, from, end);
        if (verb < 0) {
            return whole && quoted && address;
        }
        boolean name = isName(from, verb);
        boolean full = address && isClosed(verb);
        return whole ? full || (name && (quoted || isRelayed(from, verb))) : name && full;
    }

    /** "Ann Lee via Dev List wrote:": a list or a platform names itself, which nobody does in prose. */
    private boolean isRelayed(int from, int verb) {
        int via = text.indexOf(" via ", from);
        return via > from && via < verb && isClosed(verb) && isLarge(from, via) && isLarge(via + 1, verb);
    }

    /** Whether every word behind a blank of {@code [from, to)} is written large. */
    private boolean isLarge(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (text.charAt(i) == ' ' && Character.isLowerCase(text.charAt(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but a date is behind the verb. */
    private boolean isClosed(int verb) {
        return MailWords.WROTE.phrases().are(text, verb, end) || Traits.isExactDate(text, verb, end);
    }

    private boolean isName(int from, int to) {
        return Character.isUpperCase(text.charAt(from)) && Traits.words(text, from, to) <= MOST_NAMES;
    }

    /** Whether the line begins with an attribution and goes on with the quote, as Yahoo writes it, or has no mark behind it. */
    boolean leads(int line) {
        int from = lines.firstInk(line);
        int limit = Math.min(lines.lastInk(line), from + LONGEST);
        if (!MailWords.ON.phrases().begin(text, from, limit)) {
            return false;
        }
        int verb = limit == lines.lastInk(line) && endsWithVerb(from, limit) ? limit : verbEnd(from, limit);
        return verb >= 0 && isComplete(from, verb);
    }

    /** Where the first verb ends that has a colon behind it. */
    private int verbEnd(int from, int limit) {
        for (int i = from; i + 1 < limit; i++) {
            if (text.charAt(i) == ':'
                    && MailWords.WROTE.phrases().last(text, Math.max(from, i - LONGEST_VERB), i) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private boolean endsWithVerb(int from, int to) {
        int verb = MailWords.WROTE.phrases().last(text, Math.max(from, to - LONGEST_VERB), to);
        return verb >= 0 && MailWords.WROTE.phrases().are(text, verb, to);
    }

    private boolean isComplete(int from, int to) {
        return isFromAddress(from, to) && Traits.hasClock(text, from, to);
    }

    private int afterDashes(int line) {
        int from = lines.firstInk(line);
        while (from < end && "-*_< ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return Math.min(from, text.length() - 1);
    }
}
