package io.tenth.extraction.internal.clause;

import java.util.Set;

/**
 * An amount and all that was seen of it.
 *
 * @param scene the amount in its surroundings
 * @param seen what speaks for and against; may grow while amounts are compared
 */
public record Testimony(Scene scene, Set<Evidence> seen) {}
