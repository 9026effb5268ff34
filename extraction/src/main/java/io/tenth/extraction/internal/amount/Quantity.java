package io.tenth.extraction.internal.amount;

/**
 * A number as a text writes it, in digits or words.
 *
 * @param from its first token
 * @param to one past its last token
 * @param value what it counts
 */
record Quantity(int from, int to, double value) {}
