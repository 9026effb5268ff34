package io.tenth.extraction.internal.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What few of the tokens have: their places in ascending order, each with a value or with none so far. */
final class Sparse<T> {

    private static final int[] NO_PLACES = {};
    private static final Object[] NO_VALUES = {};

    /** How many places there is room for once there is one. */
    private final int usual;

    private int size;
    private int[] places = NO_PLACES;
    private @Nullable Object[] values = NO_VALUES;

    Sparse(int usual) {
        this.usual = usual;
    }

    /** Adds a place behind all others. */
    void add(int place, @Nullable T value) {
        if (size == places.length) {
            int more = Math.max(usual, size * 2);
            places = Arrays.copyOf(places, more);
            values = Arrays.copyOf(values, more);
        }
        places[size] = place;
        values[size++] = value;
    }

    /** Which of the places is the last one that is not behind {@code place}; -1 if all are. */
    int lastNotAfter(int place) {
        int found = Arrays.binarySearch(places, 0, size, place);
        return found >= 0 ? found : -found - 2;
    }

    @SuppressWarnings("unchecked") // What is there was added as a T.
    @Nullable
    T value(int number) {
        return (T) values[number];
    }

    void set(int number, T value) {
        values[number] = value;
    }
}
