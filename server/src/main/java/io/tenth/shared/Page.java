package io.tenth.shared;

import java.util.List;
import java.util.function.Function;
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

    /**
     * A page out of a list that is small enough to be read as a whole.
     *
     * @param after the cursor: the key of the last item before the page; null for the first page
     * @param key names an item of the list
     */
    public static <T> Page<T> of(List<T> all, @Nullable String after, int limit, Function<T, String> key) {
        var from = after == null ? 0 : placeOf(after, all.stream().map(key).toList()) + 1;
        return cut(all.subList(from, all.size()), size(limit), key);
    }

    /**
     * The page that a list begins with.
     *
     * @param found the page and, where it is not the last one, at least one item more
     * @param cursor names the place after an item
     */
    public static <T> Page<T> cut(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    /** The same page with its items in another form. */
    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(items.stream().map(form).toList(), nextCursor);
    }

    /** Checks the size that a caller asks for. */
    public static int size(int asked) {
        if (asked < 1 || asked > MOST) {
            throw DomainException.invalid("limit", "A page has 1 to " + MOST + " items.");
        }
        return asked;
    }

    private static int placeOf(String cursor, List<String> keys) {
        var place = keys.indexOf(cursor);
        if (place < 0) {
            throw DomainException.invalid("cursor", "The cursor is not one that a page gave.");
        }
        return place;
    }
}
