package io.tenth.capture;

import io.tenth.extraction.Passage;
import io.tenth.extraction.Span;
import io.tenth.mail.MailMessage;

/**
 * A quote with a little of the text around it, as it is shown to its owner.
 *
 * @param quote the place of the quote in {@code text}
 */
record Excerpt(String text, Span quote) {

    private static final int AROUND = 240;
    private static final int LONGEST = 2_000;

    /** The quote alone. */
    String sentence() {
        return text.substring(quote.start(), quote.end());
    }

    static Excerpt of(MailMessage message, Span quote) {
        var passage = Passage.around(MessageAnalysis.sentMessage(message), quote, AROUND);
        var text = passage.text();
        var end = Math.min(text.length(), LONGEST);
        return new Excerpt(
                text.substring(0, end),
                new Span(passage.quote().start(), Math.min(passage.quote().end(), end)));
    }
}
