package io.tenth.shared;

import java.util.function.Function;
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

    /** The same change of the same field in another form. */
    default <R extends @Nullable Object> Change<R> map(Function<T, R> form) {
        return switch (this) {
            case Keep<T> keep -> new Keep<>();
            case To<T> to -> new To<>(form.apply(to.value()));
        };
    }
}
