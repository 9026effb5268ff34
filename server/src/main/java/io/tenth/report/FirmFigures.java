package io.tenth.report;

import io.tenth.shared.DayRange;

/**
 * What everybody's time came to. It names nobody, and is made of whole days, each of which counts only where at least
 * {@link #LEAST_PEOPLE} people worked besides the one who asks: a day on which fewer did is in no sum that has it. So whatever two
 * ranges are subtracted from each other, what is left is of days with so many people.
 *
 * <p>That is the threshold rule of statistical offices, with the number that most of them take, and the suppressed cells left out
 * of the totals instead of others suppressed to hide them (Handbook on Statistical Disclosure Control, chapter 4). It does not
 * hide what those learn who tell each other their own time, nor what somebody adds to a day while its sum is watched.
 *
 * @param people how many have time on the days that count
 * @param daysWithheld on how many days somebody worked, but too few
 */
public record FirmFigures(
        DayRange days, int people, int daysWithheld, double hours, double billableHours, long entries) {

    static final int LEAST_PEOPLE = 3;

    /** Whether no day counts. */
    public boolean isWithheld() {
        return people == 0;
    }
}
