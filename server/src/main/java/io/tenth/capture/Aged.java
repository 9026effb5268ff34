package io.tenth.capture;

import io.tenth.shared.Actor;
import java.time.Instant;

/** What is kept of a person outside their mail, and goes by the same age in the same nights. */
public interface Aged {

    /**
     * Removes some of what is from before a moment.
     *
     * @param most the most that is removed; what is left follows at once
     * @return how many were removed
     */
    int removeBefore(Instant before, int most, Actor.Person person);
}
