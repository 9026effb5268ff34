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

    private final String text;
    private long low;
    private long middle;
    private long high;
    private int languages;
    private double value = Double.NaN;
    private PhraseTable.Phrase[] phrases = NO_PHRASES;

    Word(String text) {
        this.text = text;
    }

    /** The word as the language lists it, in lower case; empty for a word that it does not list. */
    public String text() {
        return text;
    }

    public boolean has(Tag tag) {
        int bit = tag.ordinal();
        long roles = bit < 64 ? low : bit < 128 ? middle : high;
        return (roles >>> (bit & 63) & 1) != 0;
    }

    /** Shows each role that this word or the other one has to {@code action}, in their order. */
    public void eachRole(Word other, Consumer<Tag> action) {
        each(low | other.low, 0, action);
        each(middle | other.middle, 64, action);
        each(high | other.high, 128, action);
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
        languages |= 1 << language;
    }

    boolean isListedIn(int language) {
        return (languages >>> language & 1) != 0;
    }

    void worth(double number) {
        value = number;
    }

    /** The phrases that begin with this word; nobody changes them. */
    PhraseTable.Phrase[] phrases() {
        return phrases;
    }

    void begin(PhraseTable.Phrase phrase) {
        phrases = Arrays.copyOf(phrases, phrases.length + 1);
        phrases[phrases.length - 1] = phrase;
    }

    @Override
    public String toString() {
        return text;
    }
}
