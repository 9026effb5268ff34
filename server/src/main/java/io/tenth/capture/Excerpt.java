package io.tenth.capture;

import io.tenth.extraction.Span;
import io.tenth.mail.MailMessage;

/**
 * A quote with a little of the text around it, as it is shown to its owner.
 *
 * @param quote the place of the quote in {@code text}
 */
record Excerpt(String text, Span quote) {

    private static final int AROUND = 240;
    private static final int LONGEST_QUOTE = 500;

    static Excerpt of(MailMessage message, Span quote) {
        var body = message.body();
        var from = Math.max(0, quote.start() - AROUND);
        var until = Math.min(quote.end(), quote.start() + LONGEST_QUOTE);
        var to = Math.min(body.length(), until + AROUND);
        return new Excerpt(body.substring(from, to), new Span(quote.start() - from, until - from));
    }
}
