package io.tenth.extraction.internal.text;

import java.util.List;

/**
 * The elements of an HTML body that its readers do not see, or see struck out: what is in them was not said, or was taken
 * back.
 *
 * <p>As in a browser, an element that is never closed reaches to the end. Only what stands in the tag itself counts; style
 * sheets are not read. Letters of size 0 count where they stand in running text alone: templates give that size to boxes,
 * and another to the text inside them.
 */
final class HiddenElements {

    private static final int LONGEST_TAG = 600;

    /** Most bodies have none of these, and their tags need not be read. */
    private static final List<String> SIGNS = List.of(
            "hidden",
            "HIDDEN",
            "display",
            "DISPLAY",
            "mso-hide",
            "line-through",
            "font-size:0",
            "font-size: 0",
            "FONT-SIZE: 0");

    private final String body;
    private final boolean signed;
    private String container = "";
    private int depth;

    HiddenElements(String body) {
        this.body = body;
        this.signed = SIGNS.stream().anyMatch(body::contains);
    }

    /** Takes notice of a tag; returns whether the text behind it is inside such an element. */
    boolean isInside(String name, boolean closing, int from, int to) {
        if (!container.isEmpty() && !leaves(name, closing)) {
            return true;
        }
        if (!closing && isStruck(name)) {
            enter(name);
        } else if (signed && !closing && to - from > name.length() + 2) {
            int end = Math.min(to, from + LONGEST_TAG);
            if (hasContent(name, to) && isHiding(from + name.length() + 1, end, isRunning(name))) {
                enter(name);
            }
        }
        return !container.isEmpty();
    }

    /** Hides what stands up to the end of the element that begins here. */
    void enter(String name) {
        container = name;
        depth = 1;
    }

    private boolean leaves(String name, boolean closing) {
        if (!name.equals(container)) {
            return false;
        }
        boolean implied = !closing && (name.equals("p") || name.equals("li"));
        depth += closing ? -1 : 1;
        if (depth == 0 || implied) {
            container = "";
        }
        return container.isEmpty();
    }

    private static boolean isStruck(String name) {
        return switch (name) {
            case "s", "strike", "del" -> true;
            default -> false;
        };
    }

    private static boolean isRunning(String name) {
        return switch (name) {
            case "span", "font", "p", "a", "b", "i", "u", "em", "strong", "small" -> true;
            default -> false;
        };
    }

    private boolean hasContent(String name, int to) {
        return switch (name) {
            case "br", "img", "hr", "input", "meta", "link", "col", "wbr", "area", "base", "body", "html" -> false;
            default -> body.charAt(to - 1) != '/';
        };
    }

    /** Whether a tag says that its element is hidden or struck out: an attribute of its own, or a part of its style. */
    private boolean isHiding(int from, int to, boolean running) {
        char quote = 0;
        for (int i = from; i < to; i++) {
            char c = body.charAt(i);
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            } else if (quote == 0 ? isHiddenAttribute(c, i, to) : isHidingStyle(c, i, to, running)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHiddenAttribute(char c, int at, int to) {
        int end = at + "hidden".length();
        return (c == 'h' || c == 'H')
                && end <= to
                && body.charAt(at - 1) <= ' '
                && body.regionMatches(true, at, "hidden", 0, "hidden".length())
                && (end == to || body.charAt(end) <= ' ' || body.charAt(end) == '=' || body.charAt(end) == '/');
    }

    private boolean isHidingStyle(char c, int at, int to, boolean running) {
        return switch (c) {
            case 'd', 'D' -> declares("display", "none", at, to);
            case 'v', 'V' -> declares("visibility", "hidden", at, to);
            case 'm', 'M' -> declares("mso-hide", "all", at, to);
            case 'l', 'L' -> body.regionMatches(true, at, "line-through", 0, "line-through".length());
            case 'f', 'F' -> running && isSizeless(at, to);
            default -> false;
        };
    }

    private boolean declares(String property, String value, int at, int to) {
        int start = value(property, at, to);
        return start + value.length() <= to && body.regionMatches(true, start, value, 0, value.length());
    }

    /** Where the value of a property begins that is declared at {@code at}; the end of the tag if it is another. */
    private int value(String property, int at, int to) {
        if (!body.regionMatches(true, at, property, 0, property.length())) {
            return to;
        }
        int colon = blanksEnd(at + property.length(), to);
        return colon < to && body.charAt(colon) == ':' ? blanksEnd(colon + 1, to) : to;
    }

    private int blanksEnd(int from, int to) {
        int end = from;
        while (end < to && body.charAt(end) <= ' ') {
            end++;
        }
        return end;
    }

    private boolean isSizeless(int at, int to) {
        int start = value("font-size", at, to);
        int end = start;
        while (end < to && (body.charAt(end) == '0' || body.charAt(end) == '.')) {
            end++;
        }
        return end > start && !(end < to && Character.isDigit(body.charAt(end)));
    }
}
