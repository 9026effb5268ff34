package io.tenth.extraction.internal.scout;

import io.tenth.extraction.internal.locale.AllWords;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Word;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The few words that stand in or beside amounts, and a sieve that lets few other words through. */
final class ScoutWords {

    private static final Tag[] UNITS = {Tag.HOUR, Tag.MINUTE, Tag.TENTH, Tag.DAY};
    private static final Tag[] NUMBERS = {
        Tag.NUMBER, Tag.CLOCK_WORD, Tag.FRACTION, Tag.COUPLE, Tag.HUNDRED, Tag.POINT, Tag.HALF_PAST, Tag.HALF_TO
    };
    private static final Tag[] FILLERS = {
        Tag.UNIT_ADJECTIVE,
        Tag.OF,
        Tag.THE,
        Tag.AND,
        Tag.OR,
        Tag.TO,
        Tag.HYPHEN,
        Tag.SO,
        Tag.APPROXIMATE,
        Tag.ARTICLE,
        Tag.BIT,
        Tag.POINT,
        Tag.TIMES,
        Tag.PAST_HOUR,
        Tag.TO_HOUR,
        Tag.CLOCK_ARTICLE
    };
    private static final Tag[] TIMES = {
        Tag.AM,
        Tag.PM,
        Tag.DATE_WORD,
        Tag.CLOCK_H,
        Tag.MORNING,
        Tag.AFTERNOON,
        Tag.CLOCK_PART,
        Tag.O_CLOCK,
        Tag.PAST_HOUR,
        Tag.TO_HOUR
    };
    private static final int KIND_BITS = 5;
    private static final int LENGTH_BITS = 4;
    private static final int LONGEST = 15;
    private static final int EDGES = 1 << (KIND_BITS + KIND_BITS + LENGTH_BITS);
    private static final String MONEY_SIGNS = "$€£¥";

    private final AllWords words;
    private final AllWords halting;
    private final boolean[] edges = new boolean[EDGES];
    private final Sieve sieve = new Sieve();
    private final String moneySigns;
    private final List<String> halvesOfDay;

    private ScoutWords(AllWords words) {
        this.words = words;
        this.halting = words.only(ScoutWords::isHalting);
        halting.listed().stream()
                .filter(word -> Letters.isLetter(word.text().charAt(word.text().length() - 1)))
                .forEach(this::haltAt);
        halting.endingsThat(ending -> true).forEach(this::haltAtAllEndingWith);
        moneySigns = MONEY_SIGNS
                .chars()
                .mapToObj(Character::toString)
                .filter(sign -> words.isInEach(sign, Tag.MONEY))
                .collect(Collectors.joining());
        halvesOfDay = Stream.of("am", "pm")
                .filter(half -> words.isInEach(half, Tag.AM) || words.isInEach(half, Tag.PM))
                .toList();
    }

    static ScoutWords ofAllLanguages() {
        return new ScoutWords(new AllWords(Languages.all()));
    }

    Sieve sieve() {
        return sieve;
    }

    /** The word at {@code [start, end)} if a scan has to halt at it, or null. */
    @Nullable
    Word halting(String text, int start, int end) {
        return edges[edge(text.charAt(start), text.charAt(end - 1), end - start)]
                ? halting.find(text, start, end)
                : null;
    }

    @Nullable
    Word find(String text, int start, int end) {
        return words.find(text, start, end);
    }

    boolean isMoneySign(char c) {
        return moneySigns.indexOf(c) >= 0;
    }

    /** Whether the word says which half of a day a time is in, whatever the language. */
    boolean isHalfOfDay(String text, int start) {
        return halvesOfDay.stream()
                .anyMatch(half -> text.regionMatches(true, start, half, 0, half.length())
                        && isWordEnd(text, start + half.length()));
    }

    private static boolean isWordEnd(String text, int end) {
        char next = end < text.length() ? text.charAt(end) : ' ';
        return Letters.kind(next) == Letters.OTHER && next != '\'' && next != '\u2019';
    }

    static boolean isUnit(Word word) {
        return has(word, UNITS);
    }

    /** Whether it counts by itself: "two", "half", "noon". */
    static boolean isNumber(Word word) {
        return has(word, NUMBERS);
    }

    /** Whether it may be the hour that the first time of a range begins with, or is named by: "nine thirty", "noon". */
    static boolean isHour(Word word) {
        return word.has(Tag.NUMBER) || word.has(Tag.CLOCK_WORD);
    }

    /** Whether it can begin what stands before a unit: "an", "all", "two". */
    static boolean startsAmount(Word word) {
        return word.has(Tag.STARTS_AMOUNT) || word.has(Tag.HUNDRED);
    }

    /** Whether it can stand between a number and its unit, or in front of the second time of a range. */
    static boolean isFiller(Word word) {
        return has(word, FILLERS);
    }

    /** Whether it can stand behind a time of day, or tell one. */
    static boolean isOfTime(Word word) {
        return has(word, TIMES) || isNumber(word);
    }

    static boolean isCharge(Word word) {
        return word.has(Tag.CHARGED) && word.has(Tag.BILL);
    }

    private static boolean isHalting(Word word) {
        return isUnit(word) || isHour(word) || isCharge(word) || word.has(Tag.UNIT_LETTER);
    }

    private void haltAt(Word halt) {
        String word = halt.text();
        sieve.catchWord(word, isUnit(halt) || isHour(halt) || isCharge(halt));
        edges[edge(word.charAt(0), word.charAt(word.length() - 1), word.length())] = true;
    }

    private void haltAtAllEndingWith(String letters) {
        sieve.catchWord(letters, true);
        char last = letters.charAt(letters.length() - 1);
        for (int place = 0; place < EDGES; place++) {
            edges[place] |= place >> (LENGTH_BITS + KIND_BITS) == Letters.kind(last);
        }
    }

    /** A word by its last and first letter and its length. */
    private static int edge(char first, char last, int length) {
        int ends = Letters.kind(last) << KIND_BITS | Letters.kind(first);
        return ends << LENGTH_BITS | Math.min(length, LONGEST);
    }

    private static boolean has(Word word, Tag[] tags) {
        for (Tag tag : tags) {
            if (word.has(tag)) {
                return true;
            }
        }
        return false;
    }
}
