package io.tenth.extraction.internal.scout;

/**
 * What a scan must have seen to be worth a halt: the start of a number, or the end of what may be one of a few words, judged
 * by a hash of its last letters. Holds 8 KB of bits, whatever it was told to catch.
 */
final class Sieve {

    private static final int KIND_BITS = 5;
    private static final int KINDS = 1 << KIND_BITS;

    /** How many letters tell a word from others: as many as an int holds. */
    private static final int LONGEST = 6;

    /** The bits of an int that are no letter's: what is older than the longest word goes out over them. */
    private static final int SPARE_BITS = Integer.SIZE - LONGEST * KIND_BITS;

    private static final int HASH_BITS = 16;

    /** Knuth's multiplier: the golden ratio as a fraction of 2^32. */
    private static final int SPREAD = 0x9E3779B9;

    /** By character what is set beside the letters before it, see {@link #mark}. */
    private static final byte[] MARKS = new byte[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c < MARKS.length; c++) {
            MARKS[c] = (byte) mark(Letters.kind((char) c));
        }
    }

    /** What is seen behind a character that is no letter, and behind a digit. */
    private static final int NOTHING = mark(Letters.OTHER);

    private static final int DIGIT = mark(Letters.DIGIT);

    private final int[] bits = new int[(1 << HASH_BITS) / Integer.SIZE];

    /** The first place from {@code from} on to halt at, or the end; no letter stands right before {@code from}. */
    int halt(String text, int from) {
        // The letters of the word before the next character, a digit in front of them where one is; all bits turned.
        int last = from == 0 ? NOTHING : MARKS[text.charAt(from - 1)];
        int length = text.length();
        int i = from;
        while (i < length) {
            int seen = last;
            int mark = MARKS[text.charAt(i)];
            last = seen << KIND_BITS | mark;
            if (mark < 0 && (holds(seen) || (last == DIGIT && seen != DIGIT))) {
                break;
            }
            i++;
        }
        return i;
    }

    /**
     * The kind with its bits turned, so that two operations make a window of letters a character longer; and all bits beyond where
     * no letter is, which leave nothing of the letters before it.
     */
    private static int mark(int kind) {
        return Letters.isLetter(kind) ? ~kind & (KINDS - 1) : ~kind;
    }

    private boolean holds(int letters) {
        int hash = hash(letters);
        return (bits[hash >>> 5] >>> hash & 1) != 0;
    }

    private static int hash(int letters) {
        return ((letters << SPARE_BITS) * SPREAD) >>> (Integer.SIZE - HASH_BITS);
    }

    /** Halts wherever this word ends; where it cannot stand alone only with a digit right before it. */
    void catchWord(String word, boolean alone) {
        if (alone) {
            add(window(NOTHING, word));
        }
        add(window(DIGIT, word));
    }

    private static int window(int before, String word) {
        int window = before;
        for (int i = 0; i < word.length(); i++) {
            window = window << KIND_BITS | MARKS[word.charAt(i)];
        }
        return window;
    }

    private void add(int letters) {
        int hash = hash(letters);
        bits[hash >>> 5] |= 1 << hash;
    }
}
