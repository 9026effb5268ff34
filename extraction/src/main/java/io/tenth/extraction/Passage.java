package io.tenth.extraction;

import io.tenth.extraction.internal.text.OwnText;
import io.tenth.extraction.internal.text.OwnWords;

/**
 * A quote with some of the author's own words around it, as plain text: what a reviewer reads to judge a mention.
 *
 * @param text without markup, quoted history and signature; begins and ends at a word where it can
 * @param quote where the quote stands in {@code text}
 */
public record Passage(String text, Span quote) {

    private static final int LONGEST_WORD = 30;

    /**
     * Reads the surroundings of a mention.
     *
     * @param message the message
     * @param span of a mention that this message gave
     * @param reach how many UTF-16 code units of surroundings to show on each side
     * @return the quote within them
     */
    public static Passage around(SentMessage message, Span span, int reach) {
        OwnText own = OwnWords.of(message.body(), message.format());
        Span quote = own.fromBody(span);
        int from = wordStart(own.text(), Math.max(0, quote.start() - reach), quote.start());
        int to = wordEnd(own.text(), Math.min(own.text().length(), quote.end() + reach), quote.end());
        return new Passage(own.text().substring(from, to), new Span(quote.start() - from, quote.end() - from));
    }

    private static int wordStart(String text, int wanted, int latest) {
        if (wanted == 0) {
            return 0;
        }
        for (int i = wanted; i < Math.min(latest, wanted + LONGEST_WORD); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return wanted;
    }

    private static int wordEnd(String text, int wanted, int earliest) {
        if (wanted == text.length()) {
            return wanted;
        }
        for (int i = wanted; i > Math.max(earliest, wanted - LONGEST_WORD); i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i - 1;
            }
        }
        return wanted;
    }
}
