package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A name at its place.
 *
 * @param tokens the body, or the subject
 * @param range where it stands among them
 * @param words its words in lower case, without the small ones between them
 */
record Mention(Tokens tokens, Range range, Set<String> words) {

    static Mention of(Tokens tokens, Range range) {
        Set<String> words = new LinkedHashSet<>();
        for (int i = range.from(); i < range.to(); i++) {
            boolean link = tokens.isAny(i, Tag.OF, Tag.AND, Tag.VERSUS, Tag.THE);
            if (!link && (tokens.isWord(i) || tokens.isNumber(i))) {
                words.add(tokens.text(i).toLowerCase(Locale.ROOT));
            }
        }
        return new Mention(tokens, range, words);
    }

    String text() {
        return tokens.text(range.from(), range.to());
    }

    /** Whether both name the same thing, one perhaps more fully. */
    boolean isSame(Mention other) {
        return !words.isEmpty()
                && !other.words.isEmpty()
                && (words.containsAll(other.words) || other.words.containsAll(words));
    }
}
