package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A name at its place.
 *
 * @param tokens the body, or the subject
 * @param range where it stands among them
 * @param words its words in lower case, each once, without the small ones between them
 */
record Mention(Tokens tokens, Range range, List<String> words) {

    /** Enough for every letter but a circular, of whose readers none is told from another. */
    private static final int MOST_OTHERS = 400;

    static Mention of(Tokens tokens, Range range) {
        List<String> words = new ArrayList<>(range.to() - range.from());
        for (int i = range.from(); i < range.to(); i++) {
            boolean link = tokens.isAny(i, Tag.OF, Tag.AND, Tag.VERSUS, Tag.THE);
            if (!link && (tokens.isWord(i) || tokens.isNumber(i))) {
                String word = tokens.small(i);
                if (!words.contains(word)) {
                    words.add(word);
                }
            }
        }
        return new Mention(tokens, range, words);
    }

    String text() {
        return tokens.text(range.from(), range.to());
    }

    /** Whether one of its words is among these. */
    boolean isAmong(Tokens others) {
        for (int i = 0; i < Math.min(others.size(), MOST_OTHERS); i++) {
            if (others.isWord(i) && hasWord(others, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWord(Tokens others, int i) {
        int length = others.end(i) - others.start(i);
        for (String word : words) {
            if (word.length() == length && others.source().regionMatches(true, others.start(i), word, 0, length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether both name the same thing, one perhaps more fully. */
    boolean isSame(Mention other) {
        return !words.isEmpty() && !other.words.isEmpty() && (covers(other) || other.covers(this));
    }

    private boolean covers(Mention other) {
        for (String word : other.words) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
