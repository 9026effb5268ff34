package io.tenth.extraction.internal.locale;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the engine reads, and which of them a text is written in. */
public final class Languages {

    private static final List<Language> ALL = List.of("en", "de", "nl", "fr", "it", "es", "pt").stream()
            .map(WordList::read)
            .toList();

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
        if (ALL.size() == 1) {
            return english();
        }
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

    private static void count(CharSequence text, int from, int to, int[] listed) {
        for (int i = 0; i < listed.length && from < to; i++) {
            listed[i] += ALL.get(i).lists(text, from, to) ? 1 : 0;
        }
    }

    /** The first place from {@code start} where a letter stands, or where none stands. */
    private static int next(CharSequence text, int start, boolean letter) {
        int i = start;
        while (i < text.length() && Character.isLetter(text.charAt(i)) != letter) {
            i++;
        }
        return i;
    }
}
