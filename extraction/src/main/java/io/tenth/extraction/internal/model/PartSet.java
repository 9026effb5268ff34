package io.tenth.extraction.internal.model;

import java.util.stream.IntStream;

/**
 * Some of the parts of a model, by their numbers: an open hash table that grows with what it holds. A bit for each part of the
 * model would be mostly empty, and an amount of a message needs its own.
 */
final class PartSet {

    /** A part is held as its number and one more in two bytes. */
    static final int MOST = Character.MAX_VALUE - 1;

    /** Knuth's multiplier: the golden ratio as a fraction of 2^32. */
    private static final int SPREAD = 0x9E3779B9;

    /** The number of a part and one more, 0 where no part is held. */
    private char[] slots;

    private int size;

    /** Makes room for some parts before it grows: a power of two, of which a quarter stays free. */
    PartSet(int room) {
        slots = new char[room];
    }

    /** Adds a part; false where it was there. */
    boolean add(int part) {
        int slot = slot(part);
        if (slots[slot] != 0) {
            return false;
        }
        slots[slot] = (char) (part + 1);
        size++;
        if (size * 4 > slots.length * 3) {
            grow();
        }
        return true;
    }

    boolean has(int part) {
        return slots[slot(part)] != 0;
    }

    /** All parts, in no order. */
    IntStream stream() {
        return IntStream.range(0, slots.length).filter(slot -> slots[slot] != 0).map(slot -> slots[slot] - 1);
    }

    /** Where the part is held, or would be. */
    private int slot(int part) {
        int mask = slots.length - 1;
        int slot = ((part * SPREAD) >>> Short.SIZE) & mask;
        while (slots[slot] != 0 && slots[slot] != part + 1) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        char[] old = slots;
        slots = new char[old.length * 2];
        for (char held : old) {
            if (held != 0) {
                slots[slot(held - 1)] = held;
            }
        }
    }
}
