package io.tenth.extraction.internal.token;

/**
 * Some tokens in a row: {@code [from, to)}.
 *
 * @param from the first
 * @param to one past the last
 */
public record Range(int from, int to) {

    public boolean isEmpty() {
        return from >= to;
    }

    public boolean covers(int token) {
        return token >= from && token < to;
    }
}
