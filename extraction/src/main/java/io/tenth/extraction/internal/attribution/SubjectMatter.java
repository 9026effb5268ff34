package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client or matter in a subject line: of the parts between its marks and prepositions the one that is most of a
 * name, without the talk of time and work at its edges.
 */
final class SubjectMatter {

    private static final Tags TALK = Tags.of(
            Tag.NO_MATTER,
            Tag.REPORT,
            Tag.DATE_WORD,
            Tag.THE,
            Tag.SELF,
            Tag.MINE,
            Tag.PRESENT,
            Tag.ESTIMATE,
            Tag.CORRECTION);

    private static final double LEAST = 0.4;

    /** Words of a subject beyond it are not looked for in the body, so that the work grows no faster than the message. */
    private static final int LONGEST = 200;

    private final Tokens tokens;
    private final String body;
    private @Nullable String smallBody;

    SubjectMatter(Tokens subject, Tokens body) {
        this.tokens = subject;
        this.body = body.source();
    }

    @Nullable
    Range name() {
        Range best = new Range(0, 0);
        double most = 0;
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || isJoint(i)) {
                Range part = trimmed(from, i);
                double worth = worth(part);
                if (worth > most) {
                    most = worth;
                    best = part;
                }
                from = i + 1;
            }
        }
        return most < LEAST ? null : best;
    }

    private boolean isJoint(int i) {
        boolean dash = tokens.isMark(i, '-') || tokens.is(i, Tag.HYPHEN);
        return tokens.isOneOf(i, ":,?!") || (dash && tokens.gapBefore(i) > 0) || isLead(i);
    }

    /** "Hours for the Tolmin invoice", "fix to my entry on Ostrander": what follows is the matter. */
    private boolean isLead(int i) {
        return tokens.is(i, Tag.PREPOSITION) && !tokens.is(i, Tag.OF);
    }

    private Range trimmed(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isTalk(from)) {
            from++;
        }
        while (to > from && isTalk(to - 1)) {
            to--;
        }
        return new Range(from, to);
    }

    /** A word about time, mail or work in general, a day, or a mark: no part of a name at its edge. */
    private boolean isTalk(int i) {
        if (tokens.isNumber(i)) {
            return isCount(i) || isDay(i);
        }
        boolean plainWork = tokens.is(i, Tag.WORK) && !tokens.isCapitalised(i);
        return !tokens.isWord(i) || plainWork || tokens.isAny(i, TALK);
    }

    private boolean isCount(int i) {
        return tokens.end(i) - tokens.start(i) < 3 && !tokens.isCapitalised(i + 1) && !tokens.isMark(i + 1, '&');
    }

    private boolean isDay(int i) {
        boolean dotted =
                tokens.language().has(Habit.DAY_FIRST) && tokens.numeral(i).is(Shape.POINT);
        return dotted || tokens.text(i).indexOf('/') > 0;
    }

    /** How much of a name a part is: its words that mean nothing else, and its codes. */
    private double worth(Range part) {
        double worth = 0;
        for (int i = part.from(); i < part.to(); i++) {
            if (tokens.isNumber(i)) {
                worth += tokens.end(i) - tokens.start(i) > 2 ? 1 : 0;
            } else if (tokens.isWord(i) && !tokens.word(i).known() && !tokens.is(i, Tag.NO_MATTER)) {
                worth += worth(i);
            }
        }
        return worth;
    }

    private double worth(int word) {
        if (!tokens.isCapitalised(word)) {
            return word < LONGEST && isInBody(tokens.text(word)) ? 0.5 : 0.1;
        }
        boolean opening = word == 0 && !tokens.isCapitalised(1);
        return tokens.end(word) - tokens.start(word) < 4 || opening ? 0.5 : 1;
    }

    /** Whether the body has these letters, large or small; most words of a subject stand there small, as they do here. */
    private boolean isInBody(String word) {
        if (isSmall(word) && body.contains(word)) {
            return true;
        }
        if (smallBody == null) {
            smallBody = body.toLowerCase(Locale.ROOT);
        }
        return smallBody.contains(word);
    }

    private static boolean isSmall(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
