package io.tenth.settings;

import io.tenth.shared.DomainException;

/** The bounds of a number that a person sets. */
final class Range {

    private Range() {}

    /** Refuses what lies outside, and says between what it lies. */
    static void check(int value, String what, int least, int most) {
        if (value < least || value > most) {
            throw DomainException.invalid(what + " is between " + least + " and " + most + ".");
        }
    }
}
