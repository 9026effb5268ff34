package io.tenth.extraction.internal.locale;

/** The roles that any of some words has: most roles stand nowhere in a message, which is known by one look here. */
public final class Roles {

    private long low;
    private long middle;
    private long high;

    public void add(Word word) {
        low |= word.low;
        middle |= word.middle;
        high |= word.high;
    }

    public boolean have(Tag tag) {
        return Word.holds(low, middle, high, tag);
    }
}
