package io.tenth.extraction.internal.text;

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
    private int at;
    private boolean tagsEnded;
    private boolean commentsEnded;
    private String skipped = "";

    private HtmlRenderer(String body) {
        this.body = body;
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
            if (skipped.isEmpty()) {
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
        element(name(at + (closing ? 2 : 1), end), closing);
        at = end + 1;
        return true;
    }

    private boolean comment() {
        boolean dashed = body.startsWith("<!--", at);
        if (dashed ? commentsEnded : tagsEnded) {
            return false;
        }
        int end = body.indexOf(dashed ? "-->" : ">", at);
        if (end < 0) {
            commentsEnded |= dashed;
            tagsEnded |= !dashed;
            return false;
        }
        at = end + (dashed ? 3 : 1);
        return true;
    }

    private String name(int from, int limit) {
        int end = from;
        while (end < limit && end < from + LONGEST_NAME && Character.isLetterOrDigit(body.charAt(end))) {
            end++;
        }
        return body.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private void element(String name, boolean closing) {
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
            case "blockquote" -> out.quote(closing);
            case "p", "table", "ul", "ol", "h1", "h2", "h3", "h4", "hr" -> out.paragraph();
            case "div", "li", "tbody", "thead", "section", "article", "center", "pre", "dt", "dd" -> out.block();
            default -> {}
        }
    }
}
