package io.tenth.extraction.internal.locale;

/** The roles that any of some words has: most roles stand nowhere in a message, which is known by one look here. */
public final class Roles {

    private final Word all = new Word("");

    public void add(Word word) {
        all.addAll(word);
    }

    public boolean have(Tag tag) {
        return all.has(tag);
    }
}
