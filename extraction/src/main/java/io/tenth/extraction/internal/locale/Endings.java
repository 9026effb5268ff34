package io.tenth.extraction.internal.locale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Endings by their last letter: a word is compared with the few that can fit it. */
final class Endings {

    private static final Language.Ending[] NONE = {};
    private static final int BUCKETS = 32;

    private final Language.Ending[][] byLast = new Language.Ending[BUCKETS][];

    Endings(List<Language.Ending> endings) {
        Arrays.fill(byLast, NONE);
        for (Language.Ending ending : endings) {
            String letters = ending.letters();
            int bucket = bucket(letters.charAt(letters.length() - 1));
            List<Language.Ending> more = new ArrayList<>(List.of(byLast[bucket]));
            more.add(ending);
            byLast[bucket] = more.toArray(NONE);
        }
    }

    /** What the first of the endings that fits says of the word at {@code [start, end)}, or null. */
    @Nullable
    Word guess(String text, int start, int end) {
        if (start == end) {
            return null;
        }
        for (Language.Ending ending : byLast[bucket(text.charAt(end - 1))]) {
            if (ending.fits(text, start, end)) {
                return ending.word();
            }
        }
        return null;
    }

    /** Shows what each of the endings that fit says of a word to {@code action}. */
    void forEach(String text, Consumer<Word> action) {
        for (Language.Ending ending : byLast[bucket(text.charAt(text.length() - 1))]) {
            if (ending.fits(text, 0, text.length())) {
                action.accept(ending.word());
            }
        }
    }

    private static int bucket(char last) {
        return Character.toLowerCase(last) & (BUCKETS - 1);
    }
}
