package io.tenth.extraction.internal.scout;

import io.tenth.extraction.internal.locale.AllWords;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.locale.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The few words that stand in or beside amounts, and a sieve that lets few other words through. */
final class ScoutWords {

    private static final Tags UNITS = Tags.of(Tag.HOUR, Tag.MINUTE, Tag.TENTH, Tag.DAY);
    private static final Tags NUMBERS = Tags.of(
            Tag.NUMBER, Tag.CLOCK_WORD, Tag.FRACTION, Tag.COUPLE, Tag.HUNDRED, Tag.POINT, Tag.HALF_PAST, Tag.HALF_TO);
    private static final Tags FILLERS = Tags.of(
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
            Tag.CLOCK_ARTICLE);
    private static final Tags TIMES = Tags.of(
            Tag.AM,
            Tag.PM,
            Tag.ZONE,
            Tag.DATE_WORD,
            Tag.CLOCK_H,
            Tag.MORNING,
            Tag.AFTERNOON,
            Tag.CLOCK_PART,
            Tag.O_CLOCK,
            Tag.PAST_HOUR,
            Tag.TO_HOUR);

    /** What may follow the bare hours of a range: anything else is counted by them. */
    private static final Tags BEHIND_RANGE = Tags.of(
            Tag.PREPOSITION,
            Tag.AND,
            Tag.OR,
            Tag.GERUND,
            Tag.ADVERB,
            Tag.SUBORDINATOR,
            Tag.SUBORDINATOR_OR_NOT,
            Tag.SELF,
            Tag.EACH,
            Tag.FINITE);

    private static final Tags LEADS = Tags.of(Tag.FROM, Tag.BETWEEN, Tag.THE, Tag.CLOCK_ARTICLE);
    private static final int QUARTER = 15;
    private static final int THREE_QUARTERS = 45;
    private static final String MONEY_SIGNS = "$€£¥";

    private final FewWords near;
    private final FewWords halting;
    private final FewWords starting;
    private final FewWords relative;
    private final FewWords references;
    private final FewWords behindRange;
    private final Sieve sieve = new Sieve();
    private final String moneySigns;
    private final List<String> halvesOfDay;
    private final Set<String> partsOfHour;
    private final Set<String> startsAlone;

    private ScoutWords(AllWords words) {
        near = new FewWords(words, ScoutWords::isNear);
        halting = new FewWords(words, ScoutWords::isHalting);
        starting = new FewWords(words, word -> word.has(Tag.START));
        relative = new FewWords(words, word -> word.has(Tag.RELATIVE) || word.has(Tag.SELF));
        references = new FewWords(words, word -> words.isInEach(word.text(), Tag.REFERENCE));
        behindRange = new FewWords(words, word -> word.hasAny(BEHIND_RANGE) || isNear(word) || isUnit(word));
        if (!halting.endings().isEmpty() || !starting.endings().isEmpty()) {
            throw new IllegalStateException("Endings that make a unit, a number or a beginning of any word: "
                    + halting.endings() + starting.endings());
        }
        halting.listed().stream()
                .filter(word -> Letters.isLetter(word.text().charAt(word.text().length() - 1)))
                .forEach(this::haltAt);
        partsOfHour = halting.listed().stream()
                .map(Word::text)
                .filter(word -> words.isInAny(word, ScoutWords::isBetweenQuarters))
                .collect(Collectors.toUnmodifiableSet());
        startsAlone = starting.listed().stream()
                .map(Word::text)
                .filter(word -> words.isInAny(word, meaning -> meaning.has(Tag.START)))
                .collect(Collectors.toUnmodifiableSet());
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
        return halting.find(text, start, end);
    }

    /** The word at {@code [start, end)} if it can stand in or beside an amount, or null. */
    @Nullable
    Word find(String text, int start, int end) {
        return near.find(text, start, end);
    }

    /** The word at {@code [start, end)} if it can be a verb of beginning or belong to one, or null. */
    @Nullable
    Word findStart(String text, int start, int end) {
        return starting.find(text, start, end);
    }

    /** Whether a word of them is a verb by itself: "at" is part of "back at", and of nothing without it. */
    boolean startsAlone(Word word) {
        return startsAlone.contains(word.text());
    }

    /** Whether the word at {@code [start, end)} can lead to a clause about the noun before it: "che", or the author as its subject. */
    boolean isRelative(String text, int start, int end) {
        return relative.find(text, start, end) != null;
    }

    /** Whether the word at {@code [start, end)} makes a number behind it that of a section or a page, whatever the language. */
    boolean isReference(String text, int start, int end) {
        return references.find(text, start, end) != null;
    }

    /** Whether the word at {@code [start, end)} can follow a range of times that is told by bare hours. */
    boolean mayFollowRange(String text, int start, int end) {
        return behindRange.find(text, start, end) != null;
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
        return word.hasAny(UNITS);
    }

    /** Whether it is a length of time without a count: "kwartier", "Viertelstunde". */
    boolean isPartOfHour(Word word) {
        return word.has(Tag.MINUTE) && partsOfHour.contains(word.text());
    }

    /** Whether it is one of its kind where an article points at it: "die Stunde Anfahrt", "dat extra uur". */
    static boolean isSingle(Word word) {
        return word.has(Tag.SINGLE_UNIT);
    }

    /** Whether it can point at such a unit. */
    static boolean isPointer(Word word) {
        return word.has(Tag.THE) || word.has(Tag.MINE);
    }

    private static boolean isBetweenQuarters(Word word) {
        return word.has(Tag.MINUTE) && word.value() >= QUARTER && word.value() <= THREE_QUARTERS;
    }

    /** Whether it counts by itself: "two", "half", "noon". */
    static boolean isNumber(Word word) {
        return word.hasAny(NUMBERS);
    }

    /** Whether it counts a unit that it stands behind: "hora y pico", "o dia todo". */
    static boolean isCountBehind(Word word) {
        return word.has(Tag.BIT) || word.has(Tag.WHOLE);
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
        return word.hasAny(FILLERS);
    }

    /** Whether it can stand behind a time of day, or tell one. */
    static boolean isOfTime(Word word) {
        return word.hasAny(TIMES) || isNumber(word);
    }

    static boolean isCharge(Word word) {
        return word.has(Tag.CHARGED) && word.has(Tag.BILL);
    }

    private static boolean isHalting(Word word) {
        return isUnit(word) || isHour(word) || isCharge(word) || word.has(Tag.UNIT_LETTER) || word.has(Tag.LENGTH);
    }

    private static boolean isNear(Word word) {
        boolean beside = isOfTime(word) || isFiller(word) || isCountBehind(word) || isPointer(word);
        boolean behindVerb = word.has(Tag.START) || word.has(Tag.DOWN_FOR) || word.has(Tag.SPEND);
        return beside || startsAmount(word) || isLead(word) || behindVerb;
    }

    /** Whether it can stand before the first time of a range: "from", "between the". */
    private static boolean isLead(Word word) {
        return word.hasAny(LEADS);
    }

    private void haltAt(Word halt) {
        String word = halt.text();
        boolean alone = isUnit(halt) || isHour(halt) || isCharge(halt) || halt.has(Tag.LENGTH);
        sieve.catchWord(word, alone || word.length() > 1);
    }
}
