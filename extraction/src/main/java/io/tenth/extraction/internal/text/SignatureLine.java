package io.tenth.extraction.internal.text;

/** Tells what a single line could be in the block that ends a message: a name, a contact, a telephone's line, or prose. */
final class SignatureLine {

    private static final int LOOK = 200;
    private static final int LONGEST = 90;
    private static final int LONGEST_NAME = 45;
    private static final int LONGEST_ABBREVIATION = 12;
    private static final int MOST_NAMES = 5;
    private static final int PROSE_WORDS = 4;
    private static final int DEVICE_WORDS = 3;

    private final Lines lines;
    private final String text;
    private int capital;
    private int small;

    SignatureLine(Lines lines) {
        this.lines = lines;
        this.text = lines.text();
    }

    boolean isName(int line) {
        return isNames(ink(line), end(line));
    }

    /** One to five words that begin like names, with the particles between them. */
    boolean isNames(int start, int to) {
        int from = start;
        while (from < to && "-~/*\u2014\u2013 ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        if (from == to || to - from > LONGEST_NAME || Traits.hasDigit(text, from, to) || hasSentenceMark(from, to)) {
            return false;
        }
        count(from, to);
        return small == 0 && capital >= 1 && capital <= MOST_NAMES;
    }

    /** A name and an extension on one line: "Paula Dietz, X5-8274". */
    boolean isNameWithNumber(int line) {
        int to = end(line);
        int digit = ink(line);
        while (digit < to && !Character.isDigit(text.charAt(digit))) {
            digit++;
        }
        int name = digit;
        while (name > ink(line) && " ,xX(-+:.".indexOf(text.charAt(name - 1)) >= 0) {
            name--;
        }
        return name < digit && isNumber(digit, to) && isNames(ink(line), name);
    }

    private boolean isNumber(int digit, int to) {
        for (int i = digit; i < to; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return digit < to && (Traits.has("xX", text, digit - 1, digit) || Traits.isContact(text, digit, to));
    }

    /** Any line of a block of contacts: a name, a title, an address, a number; not a sentence. */
    boolean mayBePart(int line) {
        int from = ink(line);
        int to = end(line);
        if (isRow(from, to) || (to - from > LONGEST && !Traits.isContact(text, from, from + LONGEST))) {
            return false;
        }
        if (isContact(line)) {
            return true;
        }
        count(from, to);
        return (small < PROSE_WORDS || small <= capital) && !(endsSentence(line) && small + capital > 1 && small > 0);
    }

    /** Whether the line has three columns or more: a row of a table, which no signature is. */
    private boolean isRow(int from, int to) {
        int gaps = 0;
        for (int i = from + 1; i < to; i++) {
            boolean wide =
                    Lines.isBlank(text.charAt(i)) && (text.charAt(i) == '\t' || Lines.isBlank(text.charAt(i - 1)));
            gaps += wide && !Lines.isBlank(text.charAt(i + 1)) ? 1 : 0;
        }
        return gaps > 1;
    }

    boolean isContact(int line) {
        int from = ink(line);
        int to = Math.min(end(line), from + 2 * LONGEST);
        int label = MailWords.CONTACT.phrases().end(text, from, to);
        boolean labelled = label >= 0 && Traits.hasDigit(text, label, to) && label - from > 1;
        return labelled || (Traits.isContact(text, from, to) && !isProse(from, to));
    }

    /** What a telephone or a program writes below a message: "Sent from my iPhone". */
    boolean isDevice(int line) {
        int from = ink(line);
        int to = Math.min(end(line), from + 2 * LONGEST);
        while (from < to && "-*<[(".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int end = MailWords.DEVICE.phrases().end(text, from, to);
        if (end < 0) {
            return false;
        }
        count(end, to);
        return small <= DEVICE_WORDS || MailWords.EXCUSE.phrases().last(text, end, to) >= 0;
    }

    /** A few words that are no sentence and count nothing: "from Leeds". */
    boolean isShortTail(int from, int to) {
        count(from, to);
        return small <= PROSE_WORDS && capital <= 2 && !Traits.hasDigit(text, from, to);
    }

    boolean isPostscript(int line) {
        int end = MailWords.POSTSCRIPT.phrases().end(text, ink(line), end(line));
        return end >= 0 && end < end(line) && ":. ".indexOf(text.charAt(end)) >= 0;
    }

    boolean endsSentence(int line) {
        int to = lines.lastInk(line);
        if (to <= ink(line) || ".!?:".indexOf(text.charAt(to - 1)) < 0) {
            return false;
        }
        int word = to - 1;
        int limit = Math.max(ink(line), to - LONGEST_ABBREVIATION);
        while (word > limit && !Lines.isBlank(text.charAt(word - 1)) && text.charAt(word - 1) != ',') {
            word--;
        }
        return !MailWords.ABBREVIATION.phrases().are(text, word, to - 1) && to - 1 - word > 1;
    }

    private boolean isProse(int from, int to) {
        count(from, to);
        return small >= PROSE_WORDS && small > capital;
    }

    private boolean hasSentenceMark(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean inside = i + 1 < to;
            if ("?!:;=<>%$".indexOf(c) >= 0 || (c == '.' && !inside && to - from > 4 && !isInitial(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isInitial(int dot) {
        return dot >= 2 && !Character.isLetter(text.charAt(dot - 2));
    }

    /** Counts the words of a stretch by their first letter; particles of names, numbers and addresses do not count. */
    private void count(int from, int to) {
        capital = 0;
        small = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean starts = Character.isLetter(c)
                    && (i == from || Lines.isBlank(text.charAt(i - 1)) || "(\"'&".indexOf(text.charAt(i - 1)) >= 0);
            if (!starts) {
                continue;
            }
            int particle = MailWords.PARTICLE.phrases().end(text, i, to);
            if (Character.isUpperCase(c)) {
                capital++;
            } else if (particle < 0) {
                small++;
            }
        }
    }

    int ink(int line) {
        return lines.firstInk(line);
    }

    /** The end of the line, or of as much of it as a line of a signature may have. */
    int end(int line) {
        return Math.min(lines.lastInk(line), ink(line) + LOOK);
    }
}
