package io.tenth.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** The most items on a page. */
    public static final int MOST = 100;

    public Page {
        items = List.copyOf(items);
    }

    /** Checks the size that a caller asks for. */
    public static int size(int asked) {
        if (asked < 1 || asked > MOST) {
            throw DomainException.invalid("A page has 1 to " + MOST + " items.");
        }
        return asked;
    }
}
