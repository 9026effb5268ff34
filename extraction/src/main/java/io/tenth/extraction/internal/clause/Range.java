package io.tenth.extraction.internal.clause;

/**
 * Some tokens in a row: {@code [from, to)}.
 *
 * @param from the first
 * @param to one past the last
 */
public record Range(int from, int to) {

    boolean isEmpty() {
        return from >= to;
    }

    boolean covers(int token) {
        return token >= from && token < to;
    }
}
