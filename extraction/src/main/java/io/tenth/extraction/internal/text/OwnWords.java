package io.tenth.extraction.internal.text;

import io.tenth.extraction.BodyFormat;

/**
 * What of a body its author wrote: rendered to plain text, without quoted and forwarded messages, signature and
 * disclaimer.
 */
public final class OwnWords {

    private OwnWords() {}

    public static OwnText of(String body, BodyFormat format) {
        OwnText rendered = switch (format) {
            case PLAIN -> new OwnText(body, body, SourceMap.identity(body.length()));
            case HTML -> HtmlRenderer.render(body);
        };
        return LineCutter.cut(NoWidth.without(rendered));
    }
}
