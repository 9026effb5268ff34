package io.tenth.extraction.internal.text;

import io.tenth.extraction.Span;

/** A text made of parts of a body, which knows where in the body each part stood. */
public final class OwnText {

    private final String body;
    private final String text;
    private final SourceMap map;

    OwnText(String body, String text, SourceMap map) {
        this.body = body;
        this.text = text;
        this.map = map;
    }

    public String text() {
        return text;
    }

    /** The stretch of the body that {@code own} was made of, with any markup inside it. */
    public Span toBody(Span own) {
        return map.toBody(own.start(), own.end());
    }

    /** Where a stretch of the body stands in the text; empty where it was cut away. */
    public Span fromBody(Span stretch) {
        return new Span(map.fromBody(stretch.start()), map.fromBody(stretch.end()));
    }

    /** Whether the character before {@code place} of the body is among the text. */
    public boolean holds(int place) {
        return map.fromBody(place) > map.fromBody(place - 1);
    }

    /**
     * The stretch of the body to show as evidence: as much of {@code whole} around {@code core} as the body writes without
     * markup, so that it reads as it was written.
     */
    public Span evidence(Span whole, Span core) {
        return core.length() == 0 ? toBody(core) : map.unbroken(body, whole, core);
    }

    /** What the body says at {@code span}. */
    public String quote(Span span) {
        return span.of(body);
    }

    SourceMap map() {
        return map;
    }

    String body() {
        return body;
    }
}
