package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.token.Range;
import java.util.List;

/**
 * An amount of time in a text.
 *
 * @param from its first token
 * @param to one past its last token
 * @param seconds how long it is, more than 0; of a range the lower bound
 * @param kind how it is written
 * @param attributive whether it stands before a noun as its attribute: {@code a 90-minute call}
 * @param further what the same words can mean as well, likelier first: the upper bound of a range, a month of 31 days
 */
public record Amount(int from, int to, double seconds, Kind kind, boolean attributive, List<Double> further) {

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

    /** Makes an amount with one reading, written before no noun. */
    Amount(int from, int to, double seconds, Kind kind) {
        this(from, to, seconds, kind, false, List.of());
    }

    static Amount duration(int from, int to, double seconds) {
        return new Amount(from, to, seconds, Kind.DURATION);
    }

    static Amount clock(int from, int to, int minutes) {
        return new Amount(from, to, minutes * Units.MINUTE, Kind.CLOCK);
    }

    /** Its tokens. */
    public Range range() {
        return new Range(from, to);
    }

    public int minutes() {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(seconds / 60));
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** The same in other places. */
    Amount at(int newFrom, int newTo) {
        return new Amount(newFrom, newTo, seconds, kind, attributive, further);
    }

    /** The same so many times. */
    Amount times(double count) {
        return new Amount(
                from,
                to,
                seconds * count,
                kind,
                attributive,
                further.stream().map(other -> other * count).toList());
    }

    /** The same with a second reading. */
    Amount or(double otherSeconds) {
        return new Amount(from, to, seconds, kind, attributive, List.of(otherSeconds));
    }
}
