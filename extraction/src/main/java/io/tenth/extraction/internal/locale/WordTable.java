package io.tenth.extraction.internal.locale;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Words by their letters: an open hash table that is asked with a stretch of text, so that a lookup allocates nothing.
 *
 * <p>A word is known by a hash of 64 bits and its letters are not compared, which would mean to fetch them from memory at
 * every word of a mailbox. Two listed words of one hash are refused when they are read; that an unlisted one has the hash of
 * a listed one is less likely than that the memory errs, and whoever makes one up could as well write the listed word.
 */
final class WordTable {

    /** No word has this hash. */
    private static final long FREE = 0;

    private static final int FOLDED = 256;

    /** By character what {@link #fold} makes of it. */
    private static final char[] FOLDS = new char[FOLDED];

    static {
        for (char letter = 0; letter < FOLDED; letter++) {
            FOLDS[letter] = computed(letter);
        }
    }

    private Word[] slots = empty(1024);
    private long[] hashes = new long[slots.length];
    private int size;

    /** The word listed under these letters without regard to case, or null. */
    @Nullable
    Word find(String text, int start, int end) {
        int slot = slot(hash(text, start, end));
        return hashes[slot] == FREE ? null : slots[slot];
    }

    /** The word listed under {@code text}, listed now if it was not. */
    Word list(String text) {
        if (size * 2 >= slots.length) {
            grow();
        }
        long hash = hash(text, 0, text.length());
        int slot = slot(hash);
        if (hashes[slot] == FREE) {
            slots[slot] = new Word(text);
            hashes[slot] = hash;
            size++;
        } else if (!isSame(slots[slot].text(), text)) {
            throw new IllegalStateException("Two words of one hash: " + slots[slot] + ", " + text);
        }
        return slots[slot];
    }

    void forEach(Consumer<Word> action) {
        for (Word word : slots) {
            if (word != Word.UNKNOWN) {
                action.accept(word);
            }
        }
    }

    private int slot(long hash) {
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (hashes[slot] != FREE && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        Word[] oldSlots = slots;
        long[] oldHashes = hashes;
        slots = empty(oldSlots.length * 2);
        hashes = new long[slots.length];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldHashes[i] != FREE) {
                int slot = slot(oldHashes[i]);
                slots[slot] = oldSlots[i];
                hashes[slot] = oldHashes[i];
            }
        }
    }

    private static Word[] empty(int length) {
        Word[] slots = new Word[length];
        Arrays.fill(slots, Word.UNKNOWN);
        return slots;
    }

    /** Multiplies by an odd number of 64 bits at each letter, and once more so that all letters tell in the upper bits. */
    private static long hash(String text, int start, int end) {
        long hash = isMark(text, start, end) ? 1 : 0;
        for (int i = start; i < end; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + fold(text.charAt(i));
        }
        long spread = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
        return spread == FREE ? 1 : spread;
    }

    /** Alone a typographic apostrophe is a mark, which is listed as such; within a word it is the plain one. */
    private static boolean isMark(String text, int start, int end) {
        return end - start == 1 && text.charAt(start) == '\u2019';
    }

    private static boolean isSame(String word, String text) {
        boolean same = word.length() == text.length();
        for (int i = 0; same && i < word.length(); i++) {
            same = fold(word.charAt(i)) == fold(text.charAt(i));
        }
        return same;
    }

    /** Lower case, and the typographic apostrophe as the plain one. */
    static char fold(char letter) {
        return letter < FOLDED ? FOLDS[letter] : computed(letter);
    }

    private static char computed(char letter) {
        return letter == '\u2019' ? '\'' : Character.toLowerCase(letter);
    }
}
