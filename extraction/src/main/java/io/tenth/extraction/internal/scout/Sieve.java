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

    private static final int WINDOW = (1 << (LONGEST * KIND_BITS)) - 1;
    private static final int HASH_BITS = 16;

    /** Knuth's multiplier: the golden ratio as a fraction of 2^32. */
    private static final int SPREAD = 0x9E3779B9;

    /** By the kind of a character: what is kept of the letters before it. */
    private static final int[] KEPT = new int[KINDS];

    /** By the kind of a character: 1 where a word ends before it. */
    private static final int[] ENDS = new int[KINDS];

    static {
        for (int kind = 0; kind < KINDS; kind++) {
            boolean letter = kind != Letters.OTHER && kind != Letters.DIGIT;
            KEPT[kind] = letter ? WINDOW : 0;
            ENDS[kind] = letter ? 0 : 1;
        }
    }

    private final int[] bits = new int[(1 << HASH_BITS) / Integer.SIZE];

    Scan scan() {
        return new Scan(bits);
    }

    /** One pass through a text that comes in pieces. */
    static final class Scan {

        private final int[] bits;

        /** The letters of the word before the next character, {@link Letters#DIGIT} in front of them where one is. */
        private int recent;

        private Scan(int[] bits) {
            this.bits = bits;
        }

        /**
         * The first place of {@code [from, to)} to halt at, or {@code to}. Its loop has no branch that depends on where words
         * end: a processor guesses that wrong every time.
         */
        int halt(char[] piece, int from, int to) {
            int last = recent;
            int i = from;
            while (i < to) {
                int kind = Letters.kind(piece[i]) & (KINDS - 1);
                int seen = last;
                last = next(last, kind);
                if (holds(bits, seen, ENDS[kind]) || (kind == Letters.DIGIT && seen != Letters.DIGIT)) {
                    break;
                }
                i++;
            }
            recent = last;
            return i;
        }
    }

    private static boolean holds(int[] bits, int letters, int bit) {
        int hash = hash(letters);
        return (bits[hash >>> 5] >>> hash & bit) != 0;
    }

    private static int hash(int letters) {
        return (letters * SPREAD) >>> (Integer.SIZE - HASH_BITS);
    }

    /** Halts wherever this word ends; where it cannot stand alone only with a digit right before it. */
    void catchWord(String word, boolean alone) {
        if (alone) {
            add(window(Letters.OTHER, word));
        }
        add(window(Letters.DIGIT, word));
    }

    private static int window(int before, String word) {
        int window = before;
        for (int i = 0; i < word.length(); i++) {
            window = next(window, Letters.kind(word.charAt(i)));
        }
        return window;
    }

    private static int next(int window, int kind) {
        return (window << KIND_BITS & KEPT[kind]) | kind;
    }

    private void add(int letters) {
        int hash = hash(letters);
        bits[hash >>> 5] |= 1 << hash;
    }
}
