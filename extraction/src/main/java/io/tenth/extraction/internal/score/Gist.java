package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.model.Features;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an amount is said of, in the stems of the words that mean something: the same work told twice has the same.
 *
 * @param stems the stems of the words around the amount
 * @param days the days named there
 */
record Gist(Set<String> stems, Set<LocalDate> days) {

    private static final int SHORTEST = 4;
    private static final Tags SMALL = Tags.of(
            Tag.HOUR,
            Tag.MINUTE,
            Tag.TENTH,
            Tag.NUMBER,
            Tag.FRACTION,
            Tag.DATE_WORD,
            Tag.PREPOSITION,
            Tag.THE,
            Tag.SELF,
            Tag.ME,
            Tag.SPEND,
            Tag.TAKE,
            Tag.BE,
            Tag.HAVE,
            Tag.ADVERB,
            Tag.RESTATED,
            Tag.REPORT,
            Tag.TOTAL);

    static Gist of(Scene scene) {
        Range place = scene.share().to() - scene.share().from()
                        > scene.amount().to() - scene.amount().from() + 1
                ? scene.share()
                : scene.sentence();
        Set<String> stems = new HashSet<>();
        Tokens tokens = scene.tokens();
        for (int i = place.from(); i < place.to(); i++) {
            boolean inside =
                    scene.amount().range().covers(i) || scene.page().dates().covering(i) != null;
            if (tokens.isWord(i) && !inside && tokens.end(i) - tokens.start(i) >= SHORTEST && !tokens.isAny(i, SMALL)) {
                String word = tokens.text(i).toLowerCase(Locale.ROOT);
                stems.add(word.substring(0, Math.min(word.length(), Features.STEM)));
            }
        }
        Set<LocalDate> days = scene.page().dates().within(place.from(), place.to()).stream()
                .map(DateMention::day)
                .collect(Collectors.toSet());
        return new Gist(stems, days);
    }

    /** Whether all that the shorter one says is said in the other as well, and of no other day. */
    boolean isSame(Gist other) {
        boolean shorter = stems.size() <= other.stems.size();
        Gist fewer = shorter ? this : other;
        Gist more = shorter ? other : this;
        boolean sameDay = days.isEmpty() || other.days.isEmpty() || !Collections.disjoint(days, other.days);
        return sameDay && !fewer.stems.isEmpty() && fewer.stems.stream().allMatch(more::says);
    }

    /** Whether they have a word in common, or one of them has none. */
    boolean isAlike(Gist other) {
        return stems.isEmpty() || other.stems.isEmpty() || stems.stream().anyMatch(other::says);
    }

    /** Whether a word of it begins with the other stem, or the other way round: call, called. */
    private boolean says(String stem) {
        return stems.stream().anyMatch(own -> own.startsWith(stem) || stem.startsWith(own));
    }
}
