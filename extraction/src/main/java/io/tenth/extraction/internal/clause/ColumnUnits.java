package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in the unit that stands over them and not beside them: a column of minutes, of tenths, or of hours with its
 * minutes in the next one. Read as hours they would bill sixty times, or ten times, the work.
 */
final class ColumnUnits {

    private static final int SECONDS_IN_HOUR = 3600;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final int SECONDS_IN_TENTH = 360;
    private static final int MOST_IN_CELL = 12 * 60;
    private static final int MOST_HOURS = 24;

    /** How far from the word "units" it may say how long they are. */
    private static final int TOLD = 4;

    private static final int MINUTES_IN_TENTH = 6;

    private final Page page;
    private final Tokens tokens;
    private final List<Amount> read = new ArrayList<>();

    /** Whether the message says how long a unit is: then its units are of time, whatever the rows name. */
    private final boolean told;

    /** Whether the line stands below a heading that counts in tenths, with nothing but such lines between them. */
    private boolean belowTenths;

    private ColumnUnits(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.told = isTold(tokens);
    }

    /** The page with the amounts of such columns in their unit. */
    static Page read(Page page) {
        return mayName(page.tokens()) ? new ColumnUnits(page).readAll() : page;
    }

    /** Whether a word stands somewhere that can head such a column. */
    static boolean mayName(Tokens tokens) {
        return tokens.has(0, tokens.size(), Tag.MINUTE)
                || tokens.has(0, tokens.size(), Tag.TENTH)
                || tokens.has(0, tokens.size(), Tag.TIME_HEADER);
    }

    private Page readAll() {
        for (int line = 0; line < page.layout().lines(); line++) {
            Table table = page.layout().isBlank(line) ? null : Table.around(page, line);
            if (table != null) {
                row(table);
            } else {
                lineEnd(line);
            }
        }
        return read.isEmpty() ? page : page.with(merged());
    }

    private void row(Table table) {
        List<Range> cells = table.cells();
        for (int i = 0; i < cells.size(); i++) {
            Range cell = cells.get(i);
            Numeral number = number(cell);
            if (number == null || !isIn(table, cell, Tag.HOUR)) {
                single(table, cell, number);
            } else if (i + 1 < cells.size() && isWhole(number) && isMinutesOf(table, cells.get(i + 1))) {
                int minutes = count(cells.get(++i));
                add(cell.from(), cells.get(i).to(), number.value() * SECONDS_IN_HOUR + minutes * SECONDS_IN_MINUTE);
            }
        }
    }

    private void single(Table table, Range cell, @Nullable Numeral number) {
        if (number != null && number.value() <= MOST_IN_CELL) {
            if (isIn(table, cell, Tag.MINUTE) && !tokens.has(table.header(), Tag.CEILING)) {
                add(cell.from(), cell.to(), number.value() * SECONDS_IN_MINUTE);
            } else if (isIn(table, cell, Tag.TENTH) && (isOfWork(table.line()) || told)) {
                add(cell.from(), cell.to(), number.value() * SECONDS_IN_TENTH);
            } else if (isTooManyHours(number) && isOfTime(table, cell)) {
                add(cell.from(), cell.to(), number.value() * SECONDS_IN_MINUTE);
            }
        }
    }

    /** Under a heading that says time and no unit, where no number of the column can be hours. */
    private boolean isOfTime(Table table, Range cell) {
        return isIn(table, cell, Tag.TIME_HEADER)
                && !isIn(table, cell, Tag.HOUR)
                && !table.hasCell(Tag.TIME_HEADER, this::isHours);
    }

    private boolean isHours(Range cell) {
        return number(cell) != null && !isTooManyHours(number(cell));
    }

    private static boolean isTooManyHours(@Nullable Numeral number) {
        return number != null && isWhole(number) && number.first() > MOST_HOURS;
    }

    /** Units can be of anything that is counted: of time only where the row names work. */
    private boolean isOfWork(int line) {
        return tokens.has(page.layout().start(line), page.layout().end(line), Tag.WORK);
    }

    /** "All units are six minutes". */
    private static boolean isTold(Tokens tokens) {
        for (int i = tokens.find(0, tokens.size(), Tag.TENTH);
                i >= 0;
                i = tokens.find(i + 1, tokens.size(), Tag.TENTH)) {
            int minutes = tokens.find(i, i + TOLD, Tag.MINUTE);
            boolean six = tokens.numeral(minutes - 1).value() == MINUTES_IN_TENTH
                    || tokens.word(minutes - 1).value() == MINUTES_IN_TENTH;
            if (minutes > 0 && six) {
                return true;
            }
        }
        return false;
    }

    /** {@code site notes written up    9} under {@code Thursday's units (6 min each):}. */
    private void lineEnd(int line) {
        int from = page.layout().start(line);
        int last = page.layout().end(line) - 1;
        boolean number = last >= from && tokens.isNumber(last) && tokens.isCellStart(last);
        if (tokens.isMark(last, ':')) {
            belowTenths = tokens.has(from, last, Tag.TENTH) && !tokens.has(from, last, Tag.HOUR);
        } else if (!number) {
            belowTenths &= !tokens.isWord(from);
        } else if (belowTenths && isCount(last) && isOfWork(line)) {
            double seconds = tokens.numeral(last).value() * SECONDS_IN_TENTH;
            read.add(new Amount(last, last + 1, seconds, Kind.DURATION, false, List.of()));
        }
    }

    private boolean isCount(int i) {
        return isWhole(tokens.numeral(i)) && page.dates().covering(i) == null;
    }

    private static boolean isIn(Table table, Range cell, Tag tag) {
        return table.isIn(tag, cell.from());
    }

    private boolean isMinutesOf(Table table, Range cell) {
        Numeral number = number(cell);
        return number != null && isWhole(number) && number.first() < 60 && isIn(table, cell, Tag.MINUTE);
    }

    private int count(Range cell) {
        Numeral number = number(cell);
        return number == null ? 0 : number.first();
    }

    /** The number that is alone in the cell, or null. */
    private @Nullable Numeral number(Range cell) {
        Numeral number = cell.to() - cell.from() == 1 ? tokens.numeral(cell.from()) : null;
        return number == null || Double.isNaN(number.value()) ? null : number;
    }

    private static boolean isWhole(Numeral number) {
        return number.is(Shape.WHOLE);
    }

    private void add(int from, int to, double seconds) {
        read.add(new Amount(from, to, seconds, Kind.CELL, false, List.of()));
    }

    /** What was read here takes the place of what was read without the heading. */
    private List<Amount> merged() {
        List<Amount> all = new ArrayList<>();
        int next = 0;
        for (Amount amount : page.amounts()) {
            while (next < read.size() && read.get(next).to() <= amount.from()) {
                next++;
            }
            if (next == read.size() || read.get(next).from() >= amount.to()) {
                all.add(amount);
            }
        }
        read.stream().filter(amount -> amount.minutes() > 0).forEach(all::add);
        all.sort(Comparator.comparingInt(Amount::from));
        return List.copyOf(all);
    }
}
