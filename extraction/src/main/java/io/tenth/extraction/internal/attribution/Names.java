package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Recognises what can be the name of a client or matter: words written large, codes such as {@code 5530-02}, and what stands
 * before a word such as "case". Whether it is one, others weigh.
 */
final class Names {

    private static final int LONGEST = 8;
    private static final int CODE = 4;

    /** No first word of a name, though it is written large and a name follows: "Reviewed Acme", "The Acme", "Mr Acme". */
    private static final Tags NEVER_FIRST = Tags.of(
            Tag.PAST,
            Tag.GERUND,
            Tag.PREPOSITION,
            Tag.ADVERB,
            Tag.THE,
            Tag.MINE,
            Tag.GREETING,
            Tag.REQUEST,
            Tag.AND,
            Tag.REPORT,
            Tag.TITLE,
            Tag.ABBREVIATION,
            Tag.SUBORDINATOR);

    private final Tokens tokens;

    Names(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The names of a text in order.
     *
     * @param behind one past the day or amount that covers a token, or the token itself: those are no names
     */
    List<Range> all(IntUnaryOperator behind) {
        List<Range> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean full = begins(i);
            if ((full || isBeforeCase(i)) && behind.applyAsInt(i) == i) {
                names.add(full ? new Range(i, trimmed(i, end(i, behind))) : new Range(i, i + 1));
                i = names.getLast().to() - 1;
            }
        }
        return names;
    }

    private int end(int from, IntUnaryOperator behind) {
        int end = from + 1;
        while (end < from + LONGEST && goesOn(end) && behind.applyAsInt(end) == end) {
            end++;
        }
        return end;
    }

    /** Whether a name can begin here: a word written large that means nothing else here, or a code. */
    private boolean begins(int i) {
        if (tokens.isNumber(i)) {
            return isCode(i);
        }
        if (!tokens.isCapitalised(i) || tokens.isAny(i, Tag.DATE_WORD, Tag.SELF, Tag.MONTH)) {
            return false;
        }
        boolean letter = tokens.end(i) - tokens.start(i) == 1;
        if (letter) {
            return tokens.is(i + 1, Tag.VERSUS) || (tokens.isTouching(i + 1, '.') && tokens.isCapitalised(i + 2));
        }
        return isOnlyName(i) || (!isCommon(i) && (!isTalk(i) || isNamed(i + 1)));
    }

    /** A word that is not listed and stands large within a sentence, whatever its ending: "for Sterling", "per Donati". */
    private boolean isOnlyName(int i) {
        return !tokens.language().has(Habit.CAPITAL_NOUNS)
                && tokens.isWord(i - 1)
                && !tokens.isCapitalised(i - 1)
                && !tokens.word(i).known();
    }

    /** Whether the word has a meaning that names seldom have: "Reviewed", "The", "Monday". */
    private boolean isTalk(int i) {
        return tokens.word(i).known()
                || tokens.isAny(i, Tag.GERUND, Tag.FINITE, Tag.ADVERB)
                || tokens.isAny(i, Tag.WORK, Tag.NO_MATTER, Tag.PREPOSITION);
    }

    /** Whether a word that may be talk is shown to be part of a name by what follows: "Loch Salmon", "Arts Foundry". */
    private boolean isNamed(int next) {
        return !tokens.isAny(next - 1, NEVER_FIRST) && isLarge(next) && tokens.gapBefore(next) == 1;
    }

    private boolean isLarge(int i) {
        return tokens.isCapitalised(i) && !tokens.isAny(i, Tag.DATE_WORD, Tag.SELF) && !isCommon(i);
    }

    private boolean goesOn(int i) {
        if (tokens.isBreak(i) || tokens.isCellStart(i)) {
            return false;
        }
        return switch (tokens.kind(i)) {
            case WORD -> isLarge(i) || isLink(i);
            case NUMBER -> tokens.isOneOf(i - 1, "-/&#") || isCountBehind(i);
            case MARK -> joins(i);
            case BREAK -> false;
        };
    }

    /** "Flat 3", "Rig 12". */
    private boolean isCountBehind(int i) {
        return tokens.isCapitalised(i - 1)
                && tokens.end(i) - tokens.start(i) <= CODE
                && tokens.text(i).chars().allMatch(Character::isDigit);
    }

    private boolean joins(int i) {
        boolean within = tokens.isCapitalised(i + 1) || tokens.isNumber(i + 1) || isLink(i - 1);
        boolean tight = tokens.touchesPrevious(i) && tokens.touchesPrevious(i + 1) && tokens.isOneOf(i, "/-'");
        return within && (tight || tokens.isMark(i, '&') || isInitialDot(i));
    }

    private boolean isInitialDot(int i) {
        return tokens.isTouching(i, '.')
                && (tokens.end(i - 1) - tokens.start(i - 1) == 1 || tokens.isAny(i - 1, Tag.VERSUS, Tag.ABBREVIATION));
    }

    /** A small word inside a name: "Estate of Inouye", "Hollis v. Brandt". */
    private boolean isLink(int i) {
        boolean versus = tokens.is(i, Tag.VERSUS);
        boolean small = tokens.isAny(i, Tag.OF, Tag.AND) && !tokens.isCapitalised(i);
        return versus || (small && tokens.isCapitalised(i + 1) && !tokens.is(i + 1, Tag.SELF));
    }

    /** {@code 5530-02}, {@code 2219 Mesa Verde}, {@code 17 Castle Terrace}, {@code #4471}: no day and no count. */
    private boolean isCode(int i) {
        int length = tokens.end(i) - tokens.start(i);
        return length > CODE || (length == CODE && isMarked(i)) || (length > 2 && isJoined(i)) || isNumbered(i + 1);
    }

    private boolean isMarked(int i) {
        return tokens.isMark(i - 1, '#') || tokens.isAny(i - 1, Tag.CLIENT_HEADER, Tag.REFERENCE);
    }

    private boolean isJoined(int i) {
        return tokens.isOneOf(i + 1, "-/") && tokens.touchesPrevious(i + 1) && tokens.touchesPrevious(i + 2);
    }

    private boolean isNumbered(int next) {
        return isLarge(next) && !isTalk(next) && tokens.gapBefore(next) == 1;
    }

    /** "the gutierrez case": a word that is not listed, though written small. */
    private boolean isBeforeCase(int i) {
        return tokens.isWord(i) && tokens.is(i + 1, Tag.CLIENT_HEADER) && tokens.is(i - 1, Tag.THE) && !isTalk(i);
    }

    /** Where every noun is written large, a word that is listed or has the ending of one is no name. */
    private boolean isCommon(int i) {
        return tokens.language().has(Habit.CAPITAL_NOUNS)
                && (tokens.word(i).known() || tokens.isAny(i, Tag.WORK, Tag.NO_MATTER));
    }

    private int trimmed(int from, int end) {
        int to = end;
        while (to > from + 1
                && ((!tokens.isWord(to - 1) && !tokens.isNumber(to - 1))
                        || tokens.isAny(to - 1, Tag.POSSESSIVE, Tag.AND, Tag.OF, Tag.VERSUS))) {
            to--;
        }
        return to;
    }
}
