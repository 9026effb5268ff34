package io.tenth.extraction.internal.locale;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages that the engine reads, and which of them a text is written in. */
public final class Languages {

    private static final List<Language> ALL = List.of("en", "de", "nl", "fr", "it", "es", "pt").stream()
            .map(WordList::read)
            .toList();

    private static final Tags HOURS = Tags.of(Tag.HOUR, Tag.HOURS_HEADER);

    /** How many languages have a word of their own, or of a neighbour, in common. */
    private static final int FEW = 2;

    /** The words of all languages, each with those that list it. */
    private static final WordTable LISTED = listed();

    /** A text shows its language early; more of it would only cost time. */
    private static final int ENOUGH_WORDS = 300;

    /** Terse notes have few words, and names and loan words of many languages among them. */
    private static final int AHEAD_OF_ENGLISH = 1;

    private Languages() {}

    /** Countries whose English has the day first; of English that names none it is not known. */
    private static final Set<String> ENGLISH_DAY_FIRST = Set.of("GB", "IE", "AU", "NZ", "IN");

    /** The language of everything that no other language claims. */
    public static Language english() {
        return ALL.getFirst();
    }

    public static List<Language> all() {
        return ALL;
    }

    /** The language of {@code locale}, or null when the engine does not read it. */
    public static @Nullable Language named(Locale locale) {
        for (Language language : ALL) {
            if (language.code().equals(locale.getLanguage())) {
                return language;
            }
        }
        return null;
    }

    /** Whether dates are written with the day first in {@code locale}; false where the engine does not read it. */
    public static boolean isDayFirst(Locale locale) {
        Language language = named(locale);
        return language != null
                && (language.has(Language.Habit.DAY_FIRST)
                        || (language.equals(english()) && ENGLISH_DAY_FIRST.contains(locale.getCountry())));
    }

    /** The language that lists most of the first words of a text; English where another lists hardly more. */
    public static Language of(String text) {
        long listed = 0;
        int words = 0;
        for (int start = 0; start < text.length() && words < ENOUGH_WORDS; words++) {
            int from = next(text, start, true);
            start = next(text, from, false);
            listed += languages(text, from, start);
        }
        int best = 0;
        for (int i = 1; i < ALL.size(); i++) {
            int head = best == 0 && Word.count(listed, 0) > 1 ? AHEAD_OF_ENGLISH : 0;
            best = Word.count(listed, i) > Word.count(listed, best) + head ? i : best;
        }
        return ALL.get(best);
    }

    private static WordTable listed() {
        var all = new WordTable();
        for (int i = 0; i < ALL.size(); i++) {
            int language = i;
            ALL.get(i).forEach(word -> {
                Word shared = all.list(word.text());
                if (language > 0 || !isBorrowed(word)) {
                    shared.listIn(language);
                }
            });
        }
        return all;
    }

    /**
     * Whether it is another language's name of the hour, which headings in English mail have as well: "Stunden", "heures". What most
     * languages write, such as "hrs", is nobody's.
     */
    private static boolean isBorrowed(Word word) {
        long owners = ALL.stream()
                .skip(1)
                .filter(language ->
                        language.word(word.text(), 0, word.text().length()).has(Tag.HOUR))
                .count();
        return word.hasAny(HOURS) && owners > 0 && owners <= FEW;
    }

    private static long languages(String text, int from, int to) {
        Word word = from < to ? LISTED.find(text, from, to) : null;
        return word == null ? 0 : word.languages();
    }

    /** The first place from {@code start} where a letter stands, or where none stands. */
    private static int next(String text, int start, boolean letter) {
        int i = start;
        while (i < text.length() && isLetter(text.charAt(i)) != letter) {
            i++;
        }
        return i;
    }

    private static boolean isLetter(char c) {
        return c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
    }
}
