package io.tenth.extraction;

/**
 * A place in the body of a message: {@code [start, end)} in UTF-16 code units.
 *
 * @param start the first code unit, at least 0
 * @param end one past the last, at least {@code start}
 */
public record Span(int start, int end) {

    /** Refuses a place that no text has. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no such span: [" + start + ", " + end + ")");
        }
    }

    /** {@return how many code units it covers} */
    public int length() {
        return end - start;
    }

    /**
     * Cuts this place out of a text.
     *
     * @param text at least {@code end} code units long
     * @return the part of it
     */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }
}
