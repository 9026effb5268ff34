package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks at the table around the amount: at the heading of its column, and at whose row it is. */
final class TableWitness implements Witness {

    private static final int SHORTEST_NAME = 4;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Table table =
                Table.around(scene.page(), scene.layout().lineOf(scene.amount().from()));
        if (table == null) {
            if (scene.amount().is(Kind.CELL) && isAlone(scene)) {
                seen.add(Evidence.OTHER_COLUMN);
            }
            return;
        }
        Evidence column = column(scene, table);
        seen.add(column);
        if (column != Evidence.OTHER_COLUMN) {
            row(scene, table, seen);
        }
    }

    /** Whether a cell begins with the amount, or it ends nothing: "registration, 0:45" at the end of a line is no column. */
    private static boolean isAlone(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.amount().from();
        boolean first = scene.layout().start(scene.layout().lineOf(from)) == from;
        return first || tokens.isCellStart(from) || tokens.isMark(scene.amount().to(), ',');
    }

    private static Evidence column(Scene scene, Table table) {
        int place = scene.amount().from();
        if (table.isIn(Tag.TOTAL, place)) {
            return Evidence.TOTAL_COLUMN;
        }
        if (table.isIn(Tag.ESTIMATE, place)) {
            return Evidence.ESTIMATE_COLUMN;
        }
        if (table.isIn(Tag.HOURS_HEADER, place)) {
            return Evidence.HOURS_COLUMN;
        }
        return table.isIn(Tag.WEEKDAY, place) ? Evidence.DAY_COLUMN : Evidence.OTHER_COLUMN;
    }

    private static void row(Scene scene, Table table, Set<Evidence> seen) {
        Range person = table.cell(Tag.PERSON_HEADER);
        if (person == null) {
            return;
        }
        var author = new Author(scene.page());
        if (author.is(person)) {
            seen.add(Evidence.AUTHORS_ROW);
        } else if (isNamed(scene, person) || table.hasCell(Tag.PERSON_HEADER, author::is)) {
            seen.add(Evidence.SOMEBODYS_ROW);
        }
    }

    /** Whether the cell names somebody beside an author with a name, and no work: initials can be of anybody. */
    private static boolean isNamed(Scene scene, Range cell) {
        boolean name = scene.tokens().end(cell.to() - 1) - scene.tokens().start(cell.from()) >= SHORTEST_NAME;
        return name && scene.page().author().size() > 0 && !scene.tokens().has(cell, Tag.WORK);
    }
}
