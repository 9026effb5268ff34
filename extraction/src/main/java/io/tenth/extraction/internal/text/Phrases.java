package io.tenth.extraction.internal.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A set of phrases in lower case, which tells where in a text one of them stands, without regard to case. */
final class Phrases {

    private static final int BUCKETS = 64;

    private static final String[] NONE = {};

    private static final int LETTER_BITS = 6;

    /** Of the kind of a character the bits that tell its bucket; the next one is set for what stands within words. */
    private static final int LETTER = BUCKETS - 1;

    private static final int TABLED = 256;
    private static final byte[] KINDS = new byte[TABLED];

    static {
        for (char c = 0; c < TABLED; c++) {
            KINDS[c] = (byte) computed(c);
        }
    }

    private static final int BLANK = kind(' ');

    private final String[][] buckets = new String[BUCKETS][0];

    /** A bit for each letter that is the second of a phrase of the bucket. */
    private final long[] seconds = new long[BUCKETS];

    Phrases(List<String> phrases) {
        for (String phrase : phrases) {
            int number = number(phrase.charAt(0));
            String[] bucket = buckets[number];
            bucket = Arrays.copyOf(bucket, bucket.length + 1);
            bucket[bucket.length - 1] = phrase;
            Arrays.sort(bucket, Comparator.comparingInt(String::length).reversed());
            buckets[number] = bucket;
            seconds[number] |= phrase.length() == 1 ? -1 : 1L << number(phrase.charAt(1));
        }
    }

    /** Where the longest phrase ends that begins at {@code from} and ends with a word before {@code limit}; -1 if none does. */
    int end(String text, int from, int limit) {
        for (String phrase : candidates(text, from, limit)) {
            int end = from + phrase.length();
            if (end <= limit && stands(phrase, text, from) && isWordEnd(text, end, limit)) {
                return end;
            }
        }
        return -1;
    }

    boolean begin(String text, int from, int limit) {
        return end(text, from, limit) >= 0;
    }

    /** Whether one of the phrases is all there is between {@code from} and {@code to}. */
    boolean are(String text, int from, int to) {
        return from < to && end(text, from, to) == to;
    }

    /** Where the last phrase begins that stands, word by word, between {@code from} and {@code to}; -1 if none does. */
    int last(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (isWordStart(text, i, from) && begin(text, i, to)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * How many of the phrases begin a word between {@code from} and {@code to}, whatever that word ends with. All own words
     * go through here, so its loop branches nowhere but at a word that begins with the two letters of a phrase.
     */
    int count(String text, int from, int to) {
        long seen = 0;
        int before = 0;
        int letter = from < to ? kind(text.charAt(from)) : 0;
        for (int i = from; i < to; i++) {
            int next = i + 1 < to ? kind(text.charAt(i + 1)) : BLANK;
            long candidate = seconds[letter & LETTER] >>> (next & LETTER) & 1;
            if ((candidate & ~(before >>> LETTER_BITS)) != 0) {
                seen |= markAt(text, i, to);
            }
            before = letter;
            letter = next;
        }
        return Long.bitCount(seen);
    }

    /** One bit for the phrase that stands at {@code from}, the same wherever it does. */
    private long markAt(String text, int from, int to) {
        for (String phrase : candidates(text, from, to)) {
            if (from + phrase.length() <= to && stands(phrase, text, from)) {
                return 1L << (phrase.hashCode() & 63);
            }
        }
        return 0;
    }

    /** A letter in lower case, the typographic apostrophe as the plain one, every blank as the plain one. */
    static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '\u2019' ? '\'' : Lines.isBlank(c) ? ' ' : Character.toLowerCase(c);
    }

    /** The phrases that may stand at {@code from}. */
    private String[] candidates(String text, int from, int limit) {
        return from < limit && mayBegin(text, from, limit) ? buckets[number(text.charAt(from))] : NONE;
    }

    /** Whether any of the phrases may stand at {@code from}, judged by two letters. */
    private boolean mayBegin(String text, int from, int limit) {
        int second = number(from + 1 < limit ? text.charAt(from + 1) : ' ');
        return (seconds[number(text.charAt(from))] >>> second & 1) != 0;
    }

    private static int number(char letter) {
        return kind(letter) & LETTER;
    }

    private static int kind(char c) {
        return c < TABLED ? KINDS[c] : computed(c);
    }

    private static int computed(char c) {
        return (fold(c) & LETTER) | (isInner(c) ? BUCKETS : 0);
    }

    private static boolean stands(String phrase, String text, int from) {
        for (int i = 0; i < phrase.length(); i++) {
            char c = text.charAt(from + i);
            if (c != phrase.charAt(i) && fold(c) != phrase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordStart(String text, int at, int from) {
        return at == from || !isInner(text.charAt(at - 1));
    }

    private static boolean isWordEnd(String text, int end, int limit) {
        return end == limit || !isInner(text.charAt(end));
    }

    private static boolean isInner(char c) {
        if (c < 128) {
            return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
        }
        return Character.isLetterOrDigit(c);
    }
}
