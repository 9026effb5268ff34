package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lines with columns under a line that names them. Columns are parted by a tab, by at least two blanks, by
 * {@code |}, by a row of dots, or by commas or semicolons without blanks.
 *
 * @param page the message
 * @param header the line that names the columns
 * @param line the line that is asked about
 */
public record Table(Page page, Range header, int line) {

    private static final int TALLEST = 60;
    private static final int LONGEST_HEADING = 8;
    private static final int FEWEST_COMMAS = 2;

    /** The table that {@code line} is a row of, or null. */
    public static @Nullable Table around(Page page, int line) {
        if (!page.layout().isParted(line) || columns(page, line).size() < 2) {
            return null;
        }
        for (int above = line - 1; above >= Math.max(0, line - TALLEST); above--) {
            List<Range> columns = columns(page, above);
            if (columns.size() >= 2 && isHeader(page.tokens(), columns)) {
                return new Table(
                        page,
                        new Range(page.layout().start(above), page.layout().end(above)),
                        line);
            }
            if (columns.size() < 2 && (columns.isEmpty() || !isRule(page.tokens(), columns.getFirst()))) {
                return null;
            }
        }
        return null;
    }

    /** Whether token {@code i} of the row stands under a heading with the tag. */
    boolean isIn(Tag tag, int i) {
        Range heading = headingOf(i);
        return heading != null && page.tokens().has(heading, tag);
    }

    /** The cell of the row under a heading with the tag, or null. */
    public @Nullable Range cell(Tag tag) {
        return cellThat(cell -> isIn(tag, cell.from()));
    }

    /** The cells of the row in order. */
    List<Range> cells() {
        return columns(page, line);
    }

    /** The cells of a line in order, whether it is a row of a table or not; none of prose. */
    static List<Range> cells(Page page, int line) {
        return page.layout().isParted(line) ? columns(page, line) : List.of();
    }

    /** The first cell of the row that passes the test, or null. */
    public @Nullable Range cellThat(Predicate<Range> test) {
        for (Range cell : columns(page, line)) {
            if (test.test(cell)) {
                return cell;
            }
        }
        return null;
    }

    /** Whether any row has a cell under a heading with the tag that passes the test. */
    boolean hasCell(Tag heading, Predicate<Range> test) {
        int top = page.layout().lineOf(header.from());
        int last = Math.min(page.layout().lines(), top + TALLEST);
        for (int row = top + 1; row < last; row++) {
            Range cell = new Table(page, header, row).cell(heading);
            if (cell == null) {
                return false;
            }
            if (test.test(cell)) {
                return true;
            }
        }
        return false;
    }

    /** The heading of the column in which token {@code i} of the row stands, or null. */
    public @Nullable Range headingOf(int i) {
        List<Range> headings = columns(page, page.layout().lineOf(header.from()));
        List<Range> cells = columns(page, line);
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column).covers(i)) {
                char separator = separator();
                return separator == ' ' ? nearest(headings, cells.get(column)) : counted(headings, i, separator);
            }
        }
        return null;
    }

    /** The tab, bar or semicolon that parts the headings, or a blank where they stand in columns. */
    private char separator() {
        Tokens tokens = page.tokens();
        String headings = tokens.source().substring(tokens.start(header.from()), tokens.end(header.to() - 1));
        if (headings.indexOf('\t') >= 0) {
            return '\t';
        }
        return isBarred(headings) ? '|' : tokens.isCellMark(firstSemicolon()) ? ';' : ' ';
    }

    /** Whether the row has as many bars as the headings: else a bar is missing somewhere, and the place tells more. */
    private boolean isBarred(String headings) {
        Tokens tokens = page.tokens();
        String row = tokens.text(page.layout().start(line), page.layout().end(line));
        long bars = headings.chars().filter(letter -> letter == '|').count();
        return bars > 0 && bars == row.chars().filter(letter -> letter == '|').count();
    }

    private int firstSemicolon() {
        int i = header.from();
        while (i < header.to() && !page.tokens().isMark(i, ';')) {
            i++;
        }
        return i;
    }

    private @Nullable Range counted(List<Range> headings, int i, char separator) {
        int count = separatorsBefore(i, page.layout().start(line), separator);
        for (Range heading : headings) {
            if (separatorsBefore(heading.from(), header.from(), separator) == count) {
                return heading;
            }
        }
        return null;
    }

    private int separatorsBefore(int token, int lineStart, char separator) {
        Tokens tokens = page.tokens();
        int count = 0;
        int from = lineStart == 0 ? 0 : tokens.end(lineStart - 1);
        for (int i = from; i < tokens.start(token); i++) {
            count += tokens.source().charAt(i) == separator ? 1 : 0;
        }
        return count;
    }

    /** The heading whose middle or right edge is nearest to that of the cell. */
    private Range nearest(List<Range> headings, Range cell) {
        Range best = headings.getFirst();
        for (Range heading : headings) {
            if (distance(heading, cell) < distance(best, cell)) {
                best = heading;
            }
        }
        return best;
    }

    private int distance(Range heading, Range cell) {
        int left = Math.abs(offset(heading.from(), header.from(), false)
                - offset(cell.from(), page.layout().start(line), false));
        int right = Math.abs(offset(heading.to() - 1, header.from(), true)
                - offset(cell.to() - 1, page.layout().start(line), true));
        return Math.min(left, right);
    }

    private int offset(int token, int lineStart, boolean end) {
        Tokens tokens = page.tokens();
        int zero = lineStart == 0 ? 0 : tokens.end(lineStart - 1);
        return (end ? tokens.end(token) : tokens.start(token)) - zero;
    }

    /** Whether the columns name hours, or at least two days of a week. */
    private static boolean isHeader(Tokens tokens, List<Range> columns) {
        boolean hours = false;
        int days = 0;
        for (Range column : columns) {
            if (column.to() - column.from() > LONGEST_HEADING || tokens.isNumber(column.from())) {
                return false;
            }
            hours |= tokens.has(column, Tag.HOURS_HEADER);
            days += tokens.has(column, Tag.WEEKDAY) ? 1 : 0;
        }
        return hours || days > 1;
    }

    private static boolean isRule(Tokens tokens, Range column) {
        return tokens.isOneOf(column.from(), "-=_*+");
    }

    private static List<Range> columns(Page page, int line) {
        Tokens tokens = page.tokens();
        List<Range> columns = new ArrayList<>();
        if (page.layout().isEndless(line)) {
            return columns;
        }
        int from = page.layout().start(line);
        int end = page.layout().end(line);
        boolean commas = tightCommas(page.layout(), from, end) >= FEWEST_COMMAS;
        for (int i = from + 1; i <= end; i++) {
            boolean comma = commas && page.layout().isTightComma(i - 1);
            if (i == end || comma || tokens.isCellStart(i)) {
                add(tokens, from, comma ? i - 1 : i, columns);
                from = i;
            }
        }
        return columns;
    }

    /** Adds a cell without the mark behind it, unless it is nothing but that mark: at the edge of a row. */
    private static void add(Tokens tokens, int from, int to, List<Range> columns) {
        boolean marked = tokens.isOneOf(to - 1, "|;");
        if (!marked || to > from + 1) {
            columns.add(new Range(from, marked ? to - 1 : to));
        }
    }

    private static int tightCommas(Layout layout, int from, int to) {
        int commas = 0;
        for (int i = from; i < to; i++) {
            commas += layout.isTightComma(i) ? 1 : 0;
        }
        return commas;
    }
}
