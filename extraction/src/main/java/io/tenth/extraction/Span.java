package io.tenth.extraction;

/**
 * A place in the body of a message: {@code [start, end)} in UTF-16 code units.
 *
 * @param start the first code unit, at least 0
 * @param end one past the last, at least {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no such span: [" + start + ", " + end + ")");
        }
    }

    public int length() {
        return end - start;
    }

    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }
}
