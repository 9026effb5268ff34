package io.tenth.extraction.internal.locale;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Words by their letters: an open hash table that is asked with a stretch of text, so that a lookup allocates nothing. */
final class WordTable {

    /** No word has this hash. */
    private static final int FREE = 0;

    private Word[] slots = empty(1024);
    private int[] hashes = new int[slots.length];
    private int size;

    /** The word listed under these letters without regard to case, or null. */
    @Nullable
    Word find(CharSequence text, int start, int end) {
        int slot = slot(text, start, end, hash(text, start, end));
        return hashes[slot] == FREE ? null : slots[slot];
    }

    /** The word listed under {@code text}, listed now if it was not. */
    Word list(String text) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int hash = hash(text, 0, text.length());
        int slot = slot(text, 0, text.length(), hash);
        if (hashes[slot] == FREE) {
            slots[slot] = new Word(text);
            hashes[slot] = hash;
            size++;
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

    private int slot(CharSequence text, int start, int end, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        int found = hashes[slot];
        while (found != FREE && (found != hash || !same(slots[slot].text(), text, start, end))) {
            slot = (slot + 1) & mask;
            found = hashes[slot];
        }
        return slot;
    }

    private void grow() {
        Word[] old = slots;
        slots = empty(old.length * 2);
        hashes = new int[slots.length];
        for (Word word : old) {
            if (word != Word.UNKNOWN) {
                int hash = hash(word.text(), 0, word.text().length());
                int slot = slot(word.text(), 0, word.text().length(), hash);
                slots[slot] = word;
                hashes[slot] = hash;
            }
        }
    }

    private static Word[] empty(int length) {
        Word[] slots = new Word[length];
        Arrays.fill(slots, Word.UNKNOWN);
        return slots;
    }

    private static int hash(CharSequence text, int start, int end) {
        int hash = 17;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + fold(text.charAt(i));
        }
        int spread = hash ^ hash >>> 15;
        return spread == FREE ? 1 : spread;
    }

    private static boolean same(String word, CharSequence text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char letter = text.charAt(start + i);
            if (word.charAt(i) != letter && word.charAt(i) != fold(letter)) {
                return false;
            }
        }
        return true;
    }

    /** Lower case, and the typographic apostrophe as the plain one. */
    static char fold(char letter) {
        if (letter < 128) {
            return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
        }
        return letter == '\u2019' ? '\'' : Character.toLowerCase(letter);
    }
}
