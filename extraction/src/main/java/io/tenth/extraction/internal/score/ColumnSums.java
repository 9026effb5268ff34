package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Layout;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;

/**
 * Tells whether an amount sums the column above it: one of several amounts in the last row of a table, which says nothing else.
 * Each row has as many amounts as that one, so that the place in the row is the column. A line of more amounts than a table has
 * columns is none.
 */
final class ColumnSums {

    private static final int MOST_ROWS = 60;
    private static final int MOST_COLUMNS = 31;

    private final Page page;
    private final Layout layout;

    private ColumnSums(Page page) {
        this.page = page;
        this.layout = page.layout();
    }

    static boolean isSum(Scene scene) {
        var sums = new ColumnSums(scene.page());
        int line = scene.layout().lineOf(scene.amount().from());
        int columns = sums.amounts(line);
        return columns > 1 && columns <= MOST_COLUMNS && sums.saysNothing(line) && sums.isSum(line, scene);
    }

    private boolean isSum(int line, Scene scene) {
        int row = amounts(line);
        int column = scene.index() - first(line);
        double sum = 0;
        int rows = 0;
        for (int above = line - 1; above >= Math.max(0, line - MOST_ROWS); above--) {
            if (amounts(above) == row) {
                sum += page.amounts().get(first(above) + column).minutes();
                rows++;
            } else if (amounts(above) > 0 || !saysNothing(above)) {
                break;
            }
        }
        return rows > 1 && Math.abs(sum - scene.amount().minutes()) <= 1;
    }

    private int first(int line) {
        return page.firstAmountBehind(layout.start(line));
    }

    private int amounts(int line) {
        return page.firstAmountBehind(layout.end(line)) - first(line);
    }

    /** Whether the line has no word but those of a sum and of its amounts. */
    private boolean saysNothing(int line) {
        int next = first(line);
        for (int i = layout.start(line); i < layout.end(line); i++) {
            boolean inside = next < page.amounts().size()
                    && page.amounts().get(next).range().covers(i);
            if (!inside && page.tokens().isWord(i) && !page.tokens().is(i, Tag.TOTAL)) {
                return false;
            }
            next += inside && i + 1 == page.amounts().get(next).to() ? 1 : 0;
        }
        return true;
    }
}
