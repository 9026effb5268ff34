package io.tenth.extraction.internal.text;

/**
 * The elements of an HTML body that a mail program marked as not the author's: containers of quotes and signatures, and
 * borders below which everything is another's message.
 *
 * <p>It counts the elements of the same name inside a container to find its end.
 */
final class ForeignElements {

    private static final int LONGEST_TAG = 600;

    private final String body;
    private String container = "";
    private int depth;
    private boolean ended;

    ForeignElements(String body) {
        this.body = body;
    }

    /** Takes notice of a tag; returns whether the text behind it is inside such an element. */
    boolean isInside(String name, boolean closing, int from, int to) {
        if (ended) {
            return true;
        }
        if (!container.isEmpty()) {
            if (name.equals(container)) {
                depth += closing ? -1 : 1;
                container = depth == 0 ? "" : container;
            }
            return !container.isEmpty();
        }
        if (closing || to - from <= name.length() + 2) {
            return false;
        }
        switch (name) {
            case "div", "pre", "hr", "span", "table", "section", "blockquote" ->
                open(name, from, Math.min(to, from + LONGEST_TAG));
            default -> {}
        }
        return ended || !container.isEmpty();
    }

    /** Whether a block quote only indents what the author wrote, as the editors of web mail do it. */
    boolean isIndent(int from, int to) {
        int end = Math.min(to, from + LONGEST_TAG);
        return contains("40px", from, end) && !contains("gmail_quote", from, end) && !contains("cite", from, end);
    }

    private void open(String name, int from, int to) {
        if (MailWords.BORDER.phrases().count(body, from, to) > 0 || isOutlookBorder(from, to)) {
            ended = true;
        } else if (MailWords.ELEMENT.phrases().count(body, from, to) > 0 || isAttribution(from, to)) {
            container = name;
            depth = 1;
        }
    }

    /** The line that Word draws above the header of the message it answers. */
    private boolean isOutlookBorder(int from, int to) {
        return contains("border-top:solid", from, to) && contains("padding:3", from, to);
    }

    /** Gmail's line above a quote; the one above a forward begins with a rule, which says so by itself. */
    private boolean isAttribution(int from, int to) {
        int next = body.indexOf('>', from) + 1;
        return contains("gmail_attr", from, to) && next < body.length() && body.charAt(next) != '-';
    }

    private boolean contains(String part, int from, int to) {
        for (int i = from; i + part.length() <= to; i++) {
            if (body.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
