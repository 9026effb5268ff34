package io.tenth.capture;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a text that say what it is about: the longer ones, by their beginnings, in any order. */
final class Words {

    private static final Pattern LONGER = Pattern.compile("\\p{L}{4,}");
    private static final Set<String> OF_TIME =
            Set.of("hour", "minu", "spen", "time", "toda", "yest", "stun", "heur", "with");
    private static final int BEGINNING = 4;
    private static final double LIKE = 0.5;

    private final Set<String> words;

    Words(String text) {
        this.words = LONGER.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> !OF_TIME.contains(word.substring(0, BEGINNING)))
                .map(word -> word.substring(0, Math.min(word.length(), BEGINNING + 2)))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether at least half of the words of the two are in both. */
    boolean isLike(Words other) {
        var both = shared(other);
        var all = words.size() + other.words.size() - both;
        return all > 0 && both >= all * LIKE;
    }

    /** Whether at least half of these words are among the other's, two of them or all. */
    boolean isWithin(Words other) {
        var both = shared(other);
        return both >= words.size() * LIKE && both >= Math.min(2, words.size()) && both > 0;
    }

    private int shared(Words other) {
        var both = new HashSet<>(words);
        both.retainAll(other.words);
        return both.size();
    }
}
