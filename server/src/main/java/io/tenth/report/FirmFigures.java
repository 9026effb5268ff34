package io.tenth.report;

import io.tenth.shared.DayRange;

/**
 * What everybody's time came to. It names nobody, and where fewer than {@link #LEAST_PEOPLE} worked it says nothing of their time:
 * the sum of one is that person's.
 *
 * @param people how many have time in these days
 */
public record FirmFigures(DayRange days, int people, double hours, double billableHours, long entries) {

    public static final int LEAST_PEOPLE = 3;

    /** Whether too few worked for a sum to hide each. */
    public boolean isWithheld() {
        return people < LEAST_PEOPLE;
    }
}
