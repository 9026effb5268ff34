package io.tenth.extraction.internal.scout;

/**
 * What the last three characters of a scan must look like to be worth a halt: the start of a number, or the end of one of a
 * few words. Holds 4 KB of bits, whatever it was told to catch.
 */
final class Sieve {

    private static final int KINDS = 32;
    private static final int MASK = KINDS * KINDS * KINDS - 1;

    private final long[] bits = new long[KINDS * KINDS * KINDS / Long.SIZE];

    Sieve() {
        for (int before = 0; before < KINDS * KINDS; before++) {
            if (before % KINDS != Letters.DIGIT) {
                add(before * KINDS + Letters.DIGIT);
            }
        }
    }

    Scan scan() {
        return new Scan(bits);
    }

    /** One pass through a text that comes in pieces. */
    static final class Scan {

        private final long[] bits;
        private int recent;

        private Scan(long[] bits) {
            this.bits = bits;
        }

        /** The first place of {@code [from, to)} to halt at, or {@code to}. */
        int halt(char[] piece, int from, int to) {
            long[] halting = bits;
            int last = recent;
            int i = from;
            while (i < to) {
                last = (last << 5 | Letters.kind(piece[i])) & MASK;
                if ((halting[last >>> 6] >>> last & 1) != 0) {
                    break;
                }
                i++;
            }
            recent = last;
            return i;
        }
    }

    /** Halts wherever a word ends like this one; at a letter that cannot stand alone only where a digit is before it. */
    void catchWord(String word, boolean alone) {
        if (word.length() > 1) {
            catchEnd(Letters.kind(word.charAt(word.length() - 2)), Letters.kind(word.charAt(word.length() - 1)));
        } else {
            if (alone) {
                catchEnd(Letters.OTHER, Letters.kind(word.charAt(0)));
            }
            catchEnd(Letters.DIGIT, Letters.kind(word.charAt(0)));
        }
    }

    private void catchEnd(int lastButOne, int last) {
        add((lastButOne * KINDS + last) * KINDS + Letters.OTHER);
        add((lastButOne * KINDS + last) * KINDS + Letters.DIGIT);
    }

    private void add(int recent) {
        bits[recent >>> 6] |= 1L << recent;
    }
}
