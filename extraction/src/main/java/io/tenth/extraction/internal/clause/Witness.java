package io.tenth.extraction.internal.clause;

import java.util.Set;

/** One way of looking at an amount: says what it sees, and nothing where it sees nothing. */
@FunctionalInterface
interface Witness {

    /** Adds to {@code seen} what speaks for or against the amount of {@code scene}. */
    void look(Scene scene, Set<Evidence> seen);
}
