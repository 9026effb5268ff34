package io.tenth.extraction.internal.locale;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Words by their letters: an open hash table that is asked with a stretch of text, so that a lookup allocates nothing. */
final class WordTable {

    private Word[] slots = empty(1024);
    private int size;

    /** The word listed under these letters without regard to case, or null. */
    @Nullable
    Word find(CharSequence text, int start, int end) {
        int slot = slot(text, start, end);
        return slots[slot] == Word.UNKNOWN ? null : slots[slot];
    }

    /** The word listed under {@code text}, listed now if it was not. */
    Word list(String text) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int slot = slot(text, 0, text.length());
        if (slots[slot] == Word.UNKNOWN) {
            slots[slot] = new Word(text);
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

    private int slot(CharSequence text, int start, int end) {
        int mask = slots.length - 1;
        int slot = hash(text, start, end) & mask;
        while (slots[slot] != Word.UNKNOWN && !same(slots[slot].text(), text, start, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        Word[] old = slots;
        slots = empty(old.length * 2);
        for (Word word : old) {
            if (word != Word.UNKNOWN) {
                slots[slot(word.text(), 0, word.text().length())] = word;
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
        return hash ^ hash >>> 15;
    }

    private static boolean same(String word, CharSequence text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != fold(text.charAt(start + i))) {
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
