package io.tenth.extraction.internal.date;

import java.time.LocalDate;

/**
 * A day or a period that a text names.
 *
 * @param from its first token
 * @param to one past its last token
 * @param day the day, or the last day of a period
 * @param future whether the words themselves say that the day is still to come ("tomorrow")
 */
public record DateMention(int from, int to, LocalDate day, boolean future) {}
