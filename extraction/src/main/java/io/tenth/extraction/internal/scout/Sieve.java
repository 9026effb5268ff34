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

    /** By character its kind, and all bits beyond for a letter: a mask of what is kept of the letters before it. */
    private static final int[] MARKED = new int[Letters.TABLED];

    static {
        for (char c = 0; c < MARKED.length; c++) {
            MARKED[c] = marked(Letters.kind(c));
        }
    }

    private final int[] bits = new int[(1 << HASH_BITS) / Integer.SIZE];

    Scan scan(String text) {
        return new Scan(bits, text);
    }

    /** One pass through a text. */
    static final class Scan {

        private final int[] bits;
        private final String text;

        /** The letters of the word before the next character, {@link Letters#DIGIT} in front of them where one is. */
        private int recent;

        private Scan(int[] bits, String text) {
            this.bits = bits;
            this.text = text;
        }

        /**
         * The first place from {@code from} on to halt at, or the end. Its loop has no branch that depends on where words end: a
         * processor guesses that wrong every time.
         */
        int halt(int from) {
            int length = text.length();
            int last = recent;
            int i = from;
            while (i < length) {
                int seen = last;
                int marked = marked(text.charAt(i));
                last = next(last, marked);
                if (holds(bits, seen, ~(marked >> KIND_BITS)) || (last == Letters.DIGIT && seen != Letters.DIGIT)) {
                    break;
                }
                i++;
            }
            recent = last;
            return i;
        }
    }

    private static int marked(char c) {
        return c < MARKED.length ? MARKED[c] : marked(Letters.kind(c));
    }

    private static int marked(int kind) {
        return Letters.isLetter(kind) ? kind | -KINDS : kind;
    }

    /** Whether the sieve holds the letters; {@code mask} is 0 where no word ends behind them, or has all bits. */
    private static boolean holds(int[] bits, int letters, int mask) {
        int hash = hash(letters);
        return (bits[hash >>> 5] >>> hash & 1 & mask) != 0;
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
            window = next(window, marked(word.charAt(i)));
        }
        return window;
    }

    private static int next(int window, int marked) {
        return (window << KIND_BITS & marked >> KIND_BITS & WINDOW) | (marked & (KINDS - 1));
    }

    private void add(int letters) {
        int hash = hash(letters);
        bits[hash >>> 5] |= 1 << hash;
    }
}
