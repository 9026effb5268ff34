package io.tenth.capture;

import io.tenth.shared.Actor;
import java.util.Collection;
import java.util.Map;

/**
 * One place in which sealed values are remembered for a while. It may forget any of them at any time. The order of the beans is
 * that of the levels, the nearest first. Thread-safe.
 */
interface CacheLevel {

    /** The name in metrics. */
    String name();

    /** Those values that it has, in a map of the caller's. */
    Map<CacheKey, byte[]> get(Collection<CacheKey> keys, Actor.Person person);

    void put(Map<CacheKey, byte[]> values, Actor.Person person);

    /** Forgets what is old, where the level does not do so by itself. */
    default void expire(Actor.Person person) {}

    /** Forgets all of a person, in the transaction that puts it out of reach; what another node has goes with its time. */
    void clear(Actor.Person person);
}
