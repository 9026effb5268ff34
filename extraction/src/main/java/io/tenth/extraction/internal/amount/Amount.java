package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.token.Range;

/**
 * An amount of time in a text.
 *
 * @param from its first token
 * @param to one past its last token
 * @param seconds how long it is; of a range the lower bound
 * @param kind how it is written
 * @param attributive whether it stands before a noun as its attribute: {@code a 90-minute call}
 */
public record Amount(int from, int to, int seconds, Kind kind, boolean attributive) {

    /** The form of an amount. */
    public enum Kind {
        /** With its unit: {@code 2.5 hours}, {@code an hour and a half}, {@code three tenths}. */
        DURATION,
        /** Days at work: {@code half a day}, {@code all day}. */
        DAYS,
        /** From one time of day to another. */
        CLOCK,
        /** A decimal without a unit, which only its place can make an amount: {@code (.3)}. */
        BARE,
        /** {@code 2:40} or a whole number without a unit: an amount in a column of amounts only. */
        CELL
    }

    static Amount duration(int from, int to, double seconds) {
        return new Amount(from, to, (int) Math.round(seconds), Kind.DURATION, false);
    }

    /** Its tokens. */
    public Range range() {
        return new Range(from, to);
    }

    public int minutes() {
        return Math.round(seconds / 60f);
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    Amount over(int newFrom, int newTo, double newSeconds) {
        return new Amount(newFrom, newTo, (int) Math.round(newSeconds), kind, attributive);
    }
}
