package io.tenth.extraction.internal.text;

/**
 * Takes the marks of no width out of words and numbers: soft hyphens, zero-width blanks and marks of direction, which no
 * reader sees and which part "2.5" from "hours" for a program alone.
 *
 * <p>Those that touch no letter and no digit stay.
 */
final class NoWidth {

    private static final String MARKS = "\u00ad\u200b\u2060\ufeff\u200e\u200f";

    private final OwnText source;
    private final String text;
    private final StringBuilder kept = new StringBuilder();
    private final SourceMap map = new SourceMap();

    private NoWidth(OwnText source) {
        this.source = source;
        this.text = source.text();
    }

    static OwnText without(OwnText source) {
        return isIn(source.text()) ? new NoWidth(source).run() : source;
    }

    static boolean isIn(String text) {
        for (int i = 0; i < MARKS.length(); i++) {
            if (text.indexOf(MARKS.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private OwnText run() {
        int from = 0;
        for (int i = 0; i < text.length(); ) {
            int end = marksEnd(i);
            if (end == i) {
                i++;
            } else {
                if (touches(i - 1) || touches(end)) {
                    keep(from, i);
                    from = end;
                }
                i = end;
            }
        }
        keep(from, text.length());
        return new OwnText(source.body(), kept.toString(), map);
    }

    private int marksEnd(int from) {
        int end = from;
        while (end < text.length() && MARKS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private boolean touches(int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private void keep(int from, int end) {
        kept.append(text, from, end);
        map.addPart(source.map(), from, end);
    }
}
