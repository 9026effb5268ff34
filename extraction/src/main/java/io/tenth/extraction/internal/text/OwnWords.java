package io.tenth.extraction.internal.text;

import io.tenth.extraction.BodyFormat;

/**
 * What of a body its author wrote: rendered to plain text, without quoted and forwarded messages, signature and
 * disclaimer.
 */
public final class OwnWords {

    private OwnWords() {}

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
