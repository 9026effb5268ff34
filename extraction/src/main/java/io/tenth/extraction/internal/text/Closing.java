package io.tenth.extraction.internal.text;

/** Tells whether a line is one that people close a message with: "Kind regards", "Cheers, Rob", "Many thanks". */
final class Closing {

    private static final int LONGEST = 60;

    /** From this length on a closing needs no mark before the name: "Kind regards Rob". */
    private static final int LONG = 10;

    private final Lines lines;
    private final String text;
    private final SignatureLine line;

    Closing(Lines lines, SignatureLine line) {
        this.lines = lines;
        this.text = lines.text();
        this.line = line;
    }

    boolean isFormal(int i) {
        return closes(MailWords.CLOSING.phrases(), i, false)
                || MailWords.COMPLIMENT.phrases().begin(text, line.ink(i), line.end(i));
    }

    /** Thanks that may close a message: with a full stop they are a sentence. */
    boolean isThanks(int i) {
        return closes(MailWords.THANKS.phrases(), i, true);
    }

    /** Whether a closing has the name on its own line: "Cheers, Rob". */
    boolean hasNameBehind(int i) {
        return hasNameBehind(MailWords.CLOSING.phrases(), i) || hasNameBehind(MailWords.THANKS.phrases(), i);
    }

    private boolean hasNameBehind(Phrases phrases, int i) {
        int from = line.ink(i);
        int to = line.end(i);
        int end = phrases.end(text, from, to);
        int rest = end < 0 ? to : behindMarks(end, to);
        return rest < to && line.isNames(rest, to) && (Traits.has(",.!-", text, end, rest) || end - from >= LONG);
    }

    private boolean closes(Phrases phrases, int i, boolean thanks) {
        int to = line.end(i);
        int end = phrases.end(text, line.ink(i), to);
        if (end < 0 || lines.width(i) > LONGEST) {
            return false;
        }
        int rest = behindMarks(end, to);
        if (rest == to) {
            return !(thanks && Traits.has(".!?", text, end, rest));
        }
        boolean tail = thanks ? text.charAt(to - 1) == ',' : line.isShortTail(rest, to) && !line.endsSentence(i);
        return tail || hasNameBehind(phrases, i);
    }

    private int behindMarks(int from, int to) {
        int rest = from;
        while (rest < to && !Character.isLetterOrDigit(text.charAt(rest))) {
            rest++;
        }
        return rest;
    }
}
