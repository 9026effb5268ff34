package io.tenth.shared;

import org.jspecify.annotations.Nullable;

/**
 * A field of a partial change: left as it is, or set. Absent and null are two things: a change to null empties a field that can
 * be empty.
 */
public sealed interface Change<T extends @Nullable Object> {

    /** Leaves the field as it is. */
    record Keep<T extends @Nullable Object>() implements Change<T> {}

    /** Sets it. */
    record To<T extends @Nullable Object>(T value) implements Change<T> {}

    /** What the field holds after the change. */
    default T over(T current) {
        return switch (this) {
            case Keep<T> keep -> current;
            case To<T> to -> to.value();
        };
    }
}
