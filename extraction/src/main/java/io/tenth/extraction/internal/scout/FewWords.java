package io.tenth.extraction.internal.scout;

import io.tenth.extraction.internal.locale.AllWords;
import io.tenth.extraction.internal.locale.Word;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Those words of all languages that pass a test; most others are refused by their first and last letter and their length. */
final class FewWords {

    private static final int KIND_BITS = 5;
    private static final int LENGTH_BITS = 4;
    private static final int LONGEST = 15;
    private static final int EDGES = 1 << (KIND_BITS + KIND_BITS + LENGTH_BITS);

    private final AllWords words;
    private final boolean[] edges = new boolean[EDGES];

    FewWords(AllWords all, Predicate<Word> test) {
        words = all.only(test);
        for (Word word : words.listed()) {
            String text = word.text();
            edges[edge(text.charAt(0), text.charAt(text.length() - 1), text.length())] = true;
        }
        endings().forEach(this::openTo);
    }

    /** The word at {@code [start, end)} if it is one of the few, or null. */
    @Nullable
    Word find(String text, int start, int end) {
        return edges[edge(text.charAt(start), text.charAt(end - 1), end - start)] ? words.find(text, start, end) : null;
    }

    List<Word> listed() {
        return words.listed();
    }

    /** The last letters that make any word one of them. */
    List<String> endings() {
        return words.endingsThat(ending -> true);
    }

    private void openTo(String ending) {
        int last = Letters.kind(ending.charAt(ending.length() - 1));
        for (int place = 0; place < EDGES; place++) {
            edges[place] |= place >> (LENGTH_BITS + KIND_BITS) == last;
        }
    }

    private static int edge(char first, char last, int length) {
        int ends = Letters.kind(last) << KIND_BITS | Letters.kind(first);
        return ends << LENGTH_BITS | Math.min(length, LONGEST);
    }
}
