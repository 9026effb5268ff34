package io.tenth.extraction.internal.amount;

/**
 * A time of day as a text writes it.
 *
 * @param to one past its last token
 * @param minute the minute of the day, as if before noon where the text does not say
 * @param exact whether its form says that it is a time and no number
 * @param half how far the text says which half of the day it is in
 */
record Clock(int to, int minute, boolean exact, Half half) {

    /** What is known of the half of the day. */
    enum Half {
        /** Nothing: {@code 9:30}. */
        OPEN,
        /** It follows from the number: {@code 14:00}. */
        COUNTED,
        /** A word or sign says it: {@code 9 pm}, {@code noon}. */
        SAID
    }

    static final int HALF_DAY = 12 * 60;
    private static final int DAY = 24 * 60;
    private static final int EARLY = 6 * 60;

    /** A time whose number alone tells the half of the day, if anything does. */
    static Clock open(int to, int minute, boolean exact) {
        boolean counted = minute >= HALF_DAY + 60 || minute < 60;
        return new Clock(to, minute, exact, counted ? Half.COUNTED : Half.OPEN);
    }

    static Clock said(int to, int minute) {
        return new Clock(to, minute, true, Half.SAID);
    }

    /**
     * The minutes from this time to {@code end}: of all halves of the day that the text leaves open those that make the
     * range shortest, since nobody may bill more than was worked.
     */
    int until(Clock end) {
        int length = Math.floorMod(end.minute - minute, DAY);
        if (half == Half.OPEN && end.half == Half.COUNTED) {
            boolean afternoon = minute < EARLY && end.minute > minute + HALF_DAY;
            return afternoon ? length - HALF_DAY : length;
        }
        if (half == Half.OPEN || end.half == Half.OPEN) {
            length = Math.floorMod(length, HALF_DAY);
            return length == 0 ? HALF_DAY : length;
        }
        return length == 0 ? DAY : length;
    }
}
