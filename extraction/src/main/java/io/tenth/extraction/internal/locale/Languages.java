package io.tenth.extraction.internal.locale;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the engine reads, and which of them a text is written in. */
public final class Languages {

    private static final List<Language> ALL = List.of("en", "de", "nl", "fr", "it", "es", "pt").stream()
            .map(WordList::read)
            .toList();

    /** The words of all languages, each with those that list it. */
    private static final WordTable LISTED = listed();

    /** A text shows its language early; more of it would only cost time. */
    private static final int ENOUGH_WORDS = 300;

    private Languages() {}

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

    /** The language that lists most of the first words of a text; English where two list as many. */
    public static Language of(CharSequence text) {
        int[] listed = new int[ALL.size()];
        int words = 0;
        for (int start = 0; start < text.length() && words < ENOUGH_WORDS; words++) {
            int from = next(text, start, true);
            start = next(text, from, false);
            count(text, from, start, listed);
        }
        int best = 0;
        for (int i = 1; i < listed.length; i++) {
            best = listed[i] > listed[best] ? i : best;
        }
        return ALL.get(best);
    }

    private static WordTable listed() {
        var all = new WordTable();
        for (int i = 0; i < ALL.size(); i++) {
            int language = i;
            ALL.get(i).forEach(word -> all.list(word.text()).listIn(language));
        }
        return all;
    }

    private static void count(CharSequence text, int from, int to, int[] listed) {
        Word word = from < to ? LISTED.find(text, from, to) : null;
        for (int i = 0; i < listed.length && word != null; i++) {
            listed[i] += word.isListedIn(i) ? 1 : 0;
        }
    }

    /** The first place from {@code start} where a letter stands, or where none stands. */
    private static int next(CharSequence text, int start, boolean letter) {
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
