package io.tenth.extraction.internal.text;

import java.util.BitSet;
import java.util.Locale;

/**
 * Renders HTML to plain text in one pass: blocks become lines, table cells are parted by tabs, quoted blocks get a leading
 * {@code "> "} as in plain mail.
 *
 * <p>It is no browser: it knows the few elements that part text, and takes everything for text that is not closed.
 */
final class HtmlRenderer {

    private static final int LONGEST_NAME = 12;

    private final String body;
    private final RenderedText out = new RenderedText();
    private final ForeignElements foreign;
    private final HiddenElements hidden;
    private final BitSet indents = new BitSet();
    private int quotes;
    private int preformatted;
    private int at;
    private boolean tagsEnded;
    private String skipped = "";
    private boolean unseen;

    private HtmlRenderer(String body) {
        this.body = body;
        this.foreign = new ForeignElements(body);
        this.hidden = new HiddenElements(body);
    }

    static OwnText render(String body) {
        var renderer = new HtmlRenderer(body);
        renderer.run();
        return renderer.out.finish(body);
    }

    private void run() {
        while (at < body.length()) {
            char c = body.charAt(at);
            if (c == '<' && tag()) {
                continue;
            }
            if (skipped.isEmpty() && !unseen) {
                character(c);
            } else {
                at++;
            }
        }
    }

    private void character(char c) {
        if (c == '&') {
            Entity entity = Entity.at(body, at);
            out.made(entity.text(), at, at + entity.length());
            at += entity.length();
        } else if (c == '\n' && preformatted > 0) {
            out.lineBreak();
            at++;
        } else if (c <= ' ' || c == '\u00a0') {
            out.blank(at++);
        } else {
            out.copy(c, at++);
        }
    }

    /** Steps over the tag at the current place; false if there is none. */
    private boolean tag() {
        char next = at + 1 < body.length() ? body.charAt(at + 1) : ' ';
        if (next == '!' || next == '?') {
            return comment();
        }
        boolean closing = next == '/';
        if (tagsEnded || (!closing && !Character.isLetter(next))) {
            return false;
        }
        int end = body.indexOf('>', at);
        if (end < 0) {
            tagsEnded = true;
            return false;
        }
        visit(name(at + (closing ? 2 : 1), end), closing, end);
        at = end + 1;
        return true;
    }

    private void visit(String name, boolean closing, int end) {
        unseen = skipped.isEmpty() && hidden.isInside(name, closing, at, end);
        if (!unseen) {
            element(name, closing, end);
        }
        out.foreign(foreign.isInside(name, closing, at, end));
    }

    /** A comment that is never closed reaches to the end, as in a browser: its readers do not see what is in it. */
    private boolean comment() {
        boolean dashed = body.startsWith("<!--", at);
        int end = !dashed && tagsEnded ? -1 : body.indexOf(dashed ? "-->" : ">", at);
        if (end < 0 && !dashed) {
            tagsEnded = true;
            return false;
        }
        at = end < 0 ? body.length() : end + (dashed ? 3 : 1);
        return true;
    }

    private String name(int from, int limit) {
        int end = from;
        while (end < limit && end < from + LONGEST_NAME && Character.isLetterOrDigit(body.charAt(end))) {
            end++;
        }
        return body.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private void element(String name, boolean closing, int end) {
        if (!skipped.isEmpty()) {
            boolean ends = (closing && name.equals(skipped)) || (!closing && name.equals("body"));
            skipped = ends ? "" : skipped;
            return;
        }
        switch (name) {
            case "head", "style", "script", "title" -> skipped = closing ? "" : name;
            case "br" -> out.lineBreak();
            case "td", "th" -> out.cell(closing);
            case "tr" -> out.row();
            case "blockquote" -> quote(closing, end);
            case "pre" -> preformatted(closing);
            case "sup" -> superscript(closing, end);
            case "p", "table", "ul", "ol", "h1", "h2", "h3", "h4", "hr" -> out.paragraph();
            case "div", "li", "tbody", "thead", "section", "article", "center", "dt", "dd" -> out.block();
            default -> {}
        }
    }

    private void quote(boolean closing, int end) {
        if (closing && quotes == 0) {
            return;
        }
        quotes += closing ? -1 : 0;
        boolean indent = closing ? indents.get(quotes) : foreign.isIndent(at, end);
        indents.set(quotes, indent);
        quotes += closing ? 0 : 1;
        if (indent) {
            out.block();
        } else {
            out.quote(closing);
        }
    }

    private void preformatted(boolean closing) {
        preformatted = Math.max(0, preformatted + (closing ? -1 : 1));
        out.block();
    }

    /** The numerator behind a whole number stands apart from it, and any other raised digit is the mark of a footnote. */
    private void superscript(boolean closing, int end) {
        int digits = end + 1;
        while (digits < body.length() && Character.isDigit(body.charAt(digits))) {
            digits++;
        }
        int next = digits + "</sup>".length();
        if (closing || digits == end + 1 || !out.endsWithDigit() || !body.regionMatches(true, digits, "</sup>", 0, 6)) {
            return;
        }
        if (body.startsWith("/", next) || body.startsWith("\u2044", next) || body.startsWith("&frasl;", next)) {
            out.blank(at);
        } else {
            hidden.enter("sup");
            unseen = true;
        }
    }
}
