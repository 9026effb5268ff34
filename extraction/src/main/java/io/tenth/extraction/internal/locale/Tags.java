package io.tenth.extraction.internal.locale;

/** Several roles that are asked for together: whether a word has any of them is told at once, however many they are. */
@SuppressWarnings("EnumOrdinal") // The bits of a word are in this very order.
public final class Tags {

    final long low;
    final long middle;
    final long high;

    private Tags(Tag... tags) {
        long[] bits = new long[Word.LONGS];
        for (Tag tag : tags) {
            bits[tag.ordinal() / Long.SIZE] |= 1L << tag.ordinal();
        }
        low = bits[0];
        middle = bits[1];
        high = bits[2];
    }

    public static Tags of(Tag... tags) {
        return new Tags(tags);
    }
}
