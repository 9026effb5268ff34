package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How a text stands on the page: its lines, and which line breaks only wrap a sentence that goes on.
 *
 * <p>A break wraps when the next word would not have fitted on the line, judged by the longest line of the message, and when
 * nothing about the next line says that it begins something new.
 */
public final class Layout {

    /** What a number on the next line goes on with. */
    private static final Tags BEFORE_A_NUMBER =
            Tags.of(Tag.PREPOSITION, Tag.SPEND, Tag.TAKE, Tag.AND, Tag.OR, Tag.APPROXIMATE, Tag.BE, Tag.SELF);

    private static final int NARROWEST = 45;
    private static final int WIDEST = 110;
    private static final int LONGEST_SENTENCE = 90;
    private static final int LONGEST_ROW = 150;

    private final Tokens tokens;
    private final int width;
    private int size;
    private int[] starts = new int[32];

    /** The lines that were looked at for cells, and those that have some: each is asked about for every amount on it. */
    private final BitSet looked = new BitSet();

    private final BitSet parted = new BitSet();

    public Layout(Tokens tokens) {
        this.tokens = tokens;
        add(0);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isBreak(i)) {
                add(i + 1);
            }
        }
        width = longestLine();
    }

    public int lines() {
        return size;
    }

    /** The line on which token {@code i} stands. */
    public int lineOf(int i) {
        int found = Arrays.binarySearch(starts, 0, size, i);
        return found >= 0 ? found : -found - 2;
    }

    public int start(int line) {
        return line < size ? starts[Math.max(line, 0)] : tokens.size();
    }

    /** One past the last token of the line, its break not counted. */
    public int end(int line) {
        return line + 1 < size ? starts[line + 1] - 1 : tokens.size();
    }

    /** Whether the line is too long to be a heading or a row of a table. */
    boolean isEndless(int line) {
        return end(line) - start(line) > LONGEST_ROW;
    }

    /** Whether anything parts cells on the line: most lines are prose, for which no cells need be made. */
    boolean isParted(int line) {
        if (!looked.get(line)) {
            looked.set(line);
            parted.set(line, hasMarkOfCells(line));
        }
        return parted.get(line);
    }

    /** A comma without a blank on either side parts the cells of a line of a CSV file. */
    boolean isTightComma(int i) {
        return tokens.isTouching(i, ',') && tokens.touchesPrevious(i + 1) && !tokens.isBreak(i + 1);
    }

    private boolean hasMarkOfCells(int line) {
        int end = isEndless(line) ? start(line) : end(line);
        for (int i = start(line) + 1; i < end; i++) {
            if (isTightComma(i - 1) || tokens.isCellStart(i)) {
                return true;
            }
        }
        return false;
    }

    /** Where the part of the line begins that belongs to token {@code i}: the whole line, or as much as a row can have. */
    public int rowStart(int i) {
        return Math.max(start(lineOf(i)), i - LONGEST_ROW);
    }

    public boolean isBlank(int line) {
        return start(line) >= end(line);
    }

    /** Where the sentence around token {@code i} begins. */
    public int sentenceStart(int i) {
        int from = i;
        while (from > 0 && i - from < LONGEST_SENTENCE && !endsSentence(from - 1)) {
            from--;
        }
        return from;
    }

    /** One past the last token of the sentence around token {@code i}, its full stop not counted. */
    public int sentenceEnd(int i) {
        int to = i;
        while (to < tokens.size() && to - i < LONGEST_SENTENCE && !endsSentence(to)) {
            to++;
        }
        return to;
    }

    /** Whether a sentence ends with token {@code i}. */
    public boolean endsSentence(int i) {
        if (tokens.isBreak(i)) {
            return !wraps(i);
        }
        if (tokens.isOneOf(i, "!?")) {
            return true;
        }
        return tokens.isMark(i, '.') && isFullStop(i);
    }

    private boolean isFullStop(int i) {
        if (tokens.isBreak(i + 1)) {
            return true;
        }
        boolean listNumber = tokens.isNumber(i - 1) && isLineStart(i - 1);
        return !isOfLeader(i) && isGapBehind(i) && !listNumber && !isAbbreviation(i);
    }

    /** Whether the dot is one of several in a row. */
    private boolean isOfLeader(int i) {
        return tokens.isTouching(i + 1, '.') || (tokens.isTouching(i, '.') && tokens.isMark(i - 1, '.'));
    }

    /** Whether a blank follows, perhaps behind a closing quotation mark. */
    private boolean isGapBehind(int i) {
        boolean closing = tokens.isOneOf(i + 1, "\"”’)") && tokens.touchesPrevious(i + 1);
        return tokens.gapBefore(closing ? i + 2 : i + 1) > 0;
    }

    /** Whether the dot belongs to the word before it; that of a unit may end a sentence as well. */
    private boolean isAbbreviation(int i) {
        if (!tokens.touchesPrevious(i)) {
            return false;
        }
        boolean unit = tokens.isAny(i - 1, Tag.HOUR, Tag.MINUTE);
        boolean listed = tokens.is(i - 1, Tag.ABBREVIATION) || isInitial(i - 1);
        return listed && !(unit && tokens.isOpening(i + 1));
    }

    private boolean isInitial(int i) {
        return tokens.isCapitalised(i) && tokens.end(i) - tokens.start(i) == 1 && !tokens.is(i, Tag.SELF);
    }

    private boolean isLineStart(int i) {
        return i == 0 || tokens.isBreak(i - 1);
    }

    private boolean wraps(int i) {
        if (tokens.isBreak(i + 1) || isLineStart(i) || width < NARROWEST) {
            return false;
        }
        int line = lineOf(i);
        if (hasColumns(line)) {
            return false;
        }
        int length = tokens.end(i - 1) - tokens.start(start(line));
        boolean full = length + 1 + tokens.end(i + 1) - tokens.start(i + 1) > width - 2;
        return full && goesOn(i);
    }

    /** Whether the line is a row of cells. */
    private boolean hasColumns(int line) {
        for (int i = start(line) + 1; i < end(line); i++) {
            if (tokens.isCellStart(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean goesOn(int i) {
        if (isOver(i) || isItem(i + 1)) {
            return false;
        }
        if (tokens.isNumber(i + 1) || tokens.is(i + 1, Tag.NUMBER)) {
            return tokens.isAny(i - 1, BEFORE_A_NUMBER);
        }
        return tokens.isWord(i + 1) && (!tokens.isCapitalised(i + 1) || !tokens.is(i + 1, Tag.DATE_WORD));
    }

    /** Whether the line in front of a break ends what it says: with a mark, or with an amount before a new beginning. */
    private boolean isOver(int i) {
        boolean amount = tokens.isNumber(i - 1) || tokens.isAny(i - 1, Tag.HOUR, Tag.MINUTE);
        return tokens.isOneOf(i - 1, ".;:!?") || (amount && tokens.isCapitalised(i + 1)) || endsItem(i);
    }

    /** "call w/ adjuster: .5" at the end of a line: its figure, which no unit on the next one follows. */
    private boolean endsItem(int i) {
        return tokens.numeral(i - 1).is(Shape.POINT) && !tokens.isAny(i + 1, Tag.HOUR, Tag.MINUTE, Tag.TENTH);
    }

    /** "Whitehorse 341 - 0.2": a line that begins with a name, and has a figure behind a dash or a colon. */
    private boolean isItem(int start) {
        if (!tokens.isCapitalised(start)) {
            return false;
        }
        int end = end(lineOf(start));
        for (int i = start + 1; i + 1 < end; i++) {
            if (tokens.isOneOf(i, "-:|")
                    && tokens.gapBefore(i + 1) > 0
                    && tokens.numeral(i + 1).is(Shape.POINT)) {
                return true;
            }
        }
        return false;
    }

    private int longestLine() {
        int longest = 0;
        for (int line = 0; line < size; line++) {
            if (!isBlank(line)) {
                int length = tokens.end(end(line) - 1) - tokens.start(start(line));
                longest = Math.max(longest, length);
            }
        }
        return longest > WIDEST ? 0 : longest;
    }

    private void add(int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = start;
    }
}
