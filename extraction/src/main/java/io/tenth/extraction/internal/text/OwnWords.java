package io.tenth.extraction.internal.text;

import io.tenth.extraction.BodyFormat;

/**
 * What of a body its author wrote: rendered to plain text, without quoted and forwarded messages, signature and
 * disclaimer.
 */
public final class OwnWords {

    private OwnWords() {}

    /** Whether the words of a body show only when it is read: it is no plain text, or has marks of no width among its letters. */
    public static boolean areHidden(String body, BodyFormat format) {
        return format == BodyFormat.HTML || NoWidth.isIn(body);
    }

    public static OwnText of(String body, BodyFormat format) {
        return LineCutter.cut(rendered(body, format));
    }

    /** All of a body as plain text, whoever wrote it. */
    public static String shown(String body, BodyFormat format) {
        return rendered(body, format).text();
    }

    private static OwnText rendered(String body, BodyFormat format) {
        return NoWidth.without(
                switch (format) {
                    case PLAIN -> new OwnText(body, body, SourceMap.identity(body.length()));
                    case HTML -> HtmlRenderer.render(body);
                });
    }
}
