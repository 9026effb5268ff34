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
            if (scene.amount().is(Kind.CELL)) {
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
        if (isAuthor(scene, person)) {
            seen.add(Evidence.AUTHORS_ROW);
        } else if (isNamed(scene, person) || table.hasCell(Tag.PERSON_HEADER, cell -> isAuthor(scene, cell))) {
            seen.add(Evidence.SOMEBODYS_ROW);
        }
    }

    /** Whether the cell names somebody beside an author with a name: initials can be of anybody. */
    private static boolean isNamed(Scene scene, Range cell) {
        boolean name = scene.tokens().end(cell.to() - 1) - scene.tokens().start(cell.from()) >= SHORTEST_NAME;
        return name && scene.page().author().size() > 0;
    }

    /** Whether the cell has a word of the author's name, or its initials. */
    private static boolean isAuthor(Scene scene, Range cell) {
        if (scene.tokens().has(cell, Tag.ME)) {
            return true;
        }
        Tokens author = scene.page().author();
        var initials = new StringBuilder();
        for (int i = 0; i < author.size() && !author.isMark(i, '<'); i++) {
            for (int token = cell.from(); token < cell.to(); token++) {
                boolean same = scene.tokens().isWord(token)
                        && scene.tokens().text(token).equalsIgnoreCase(author.text(i));
                if (same || scene.tokens().is(token, Tag.SELF)) {
                    return true;
                }
            }
            initials.append(author.isWord(i) ? author.text(i).substring(0, 1) : "");
        }
        String letters = scene.tokens().text(cell.from(), cell.to()).replaceAll("\\W", "");
        return letters.equalsIgnoreCase(initials.toString());
    }
}
