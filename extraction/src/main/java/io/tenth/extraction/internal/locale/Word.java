package io.tenth.extraction.internal.locale;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What a language knows of one word: its roles in a sentence, and its value where it counts.
 *
 * <p>Words of the same roles need not be the same object; a word the language does not know is one of a few shared
 * guesses made from its ending.
 */
@SuppressWarnings(
        "EnumOrdinal") // A word is asked for its roles at every token: three longs answer at once, a set would not.
public final class Word {

    private static final PhraseTable.Phrase[] NO_PHRASES = {};

    /** A word without any role. */
    public static final Word UNKNOWN = new Word("");

    private static final Tag[] TAGS = Tag.values();

    /** How many longs have room for a bit for each role. */
    static final int LONGS = 3;

    /** A long has room for seven counts. */
    private static final int COUNT_BITS = 9;

    private final String text;
    /** A bit for each role, in their order. */
    long low;

    long middle;
    long high;
    private long languages;

    /** One bit of 64 by which most other words are told from this one; none of a word that is not listed. */
    private final long sign;

    /** The signs of the words that stand second in the phrases. */
    private long seconds;

    private double value = Double.NaN;
    private int month;
    private PhraseTable.Phrase[] phrases = NO_PHRASES;

    Word(String text) {
        this.text = text;
        this.sign = text.isEmpty() ? 0 : 1L << text.hashCode();
    }

    /** The word as the language lists it, in lower case; empty for a word that it does not list. */
    public String text() {
        return text;
    }

    public boolean has(Tag tag) {
        return holds(low, middle, high, tag);
    }

    static boolean holds(long low, long middle, long high, Tag tag) {
        int bit = tag.ordinal();
        long roles = bit < 64 ? low : bit < 128 ? middle : high;
        return (roles >>> (bit & 63) & 1) != 0;
    }

    public boolean hasAny(Tags tags) {
        return ((low & tags.low) | (middle & tags.middle) | (high & tags.high)) != 0;
    }

    /** Shows each role that this word or the other one has, but for some, to {@code action}, in their order. */
    public void eachRole(Word other, Tags but, Consumer<Tag> action) {
        each((low | other.low) & ~but.low, 0, action);
        each((middle | other.middle) & ~but.middle, 64, action);
        each((high | other.high) & ~but.high, 128, action);
    }

    private static void each(long roles, int first, Consumer<Tag> action) {
        for (long left = roles; left != 0; left &= left - 1) {
            action.accept(TAGS[first + Long.numberOfTrailingZeros(left)]);
        }
    }

    public boolean known() {
        return !text.isEmpty();
    }

    /** What the word counts ("two" is 2, "half" is 0.5), or NaN. */
    public double value() {
        return value;
    }

    /** Which month it names, from 1 on; 0 for none. A number can name one too: "sept" is seven and September. */
    public int month() {
        return month;
    }

    /** Whether it has no role of its own, as a word that is listed only as part of a phrase. */
    boolean isPlain() {
        return low == 0 && middle == 0 && high == 0;
    }

    public boolean startsPhrase() {
        return phrases.length > 0;
    }

    void add(Tag tag) {
        tag.implied().forEach(this::add);
        int bit = tag.ordinal();
        long role = 1L << (bit & 63);
        low |= bit < 64 ? role : 0;
        middle |= bit >= 64 && bit < 128 ? role : 0;
        high |= bit >= 128 ? role : 0;
    }

    void addAll(Word other) {
        low |= other.low;
        middle |= other.middle;
        high |= other.high;
    }

    void listIn(int language) {
        if (language >= Long.SIZE / COUNT_BITS) {
            throw new IllegalStateException("A long has no room to count language " + language);
        }
        languages |= 1L << (language * COUNT_BITS);
    }

    /** A one for each language that lists it, each in bits of its own, so that one addition counts for all languages. */
    long languages() {
        return languages;
    }

    /** How often the sum of {@link #languages} of up to 511 words has a language. */
    static int count(long languages, int language) {
        return (int) (languages >>> (language * COUNT_BITS)) & ((1 << COUNT_BITS) - 1);
    }

    void worth(double number) {
        value = number;
    }

    void inYear(int monthOfYear) {
        month = monthOfYear;
    }

    /** The phrases that begin with this word; nobody changes them. */
    PhraseTable.Phrase[] phrases() {
        return phrases;
    }

    /** Whether a phrase may go on with {@code next}: of a hundred phrases with "in" hardly one does. */
    boolean mayLeadTo(Word next) {
        return (seconds & next.sign) != 0;
    }

    void begin(PhraseTable.Phrase phrase) {
        seconds |= phrase.words().get(1).sign;
        phrases = Arrays.copyOf(phrases, phrases.length + 1);
        phrases[phrases.length - 1] = phrase;
    }

    @Override
    public String toString() {
        return text;
    }
}
