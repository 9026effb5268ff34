package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks at the column: whether a heading above says that it holds hours. */
final class TableWitness implements Witness {

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
        Tokens tokens = scene.tokens();
        if (!table.isIn(Tag.HOURS_HEADER, scene.amount().from())) {
            seen.add(Evidence.OTHER_COLUMN);
            return;
        }
        seen.add(Evidence.HOURS_COLUMN);
        if (tokens.has(table.header(), Tag.ESTIMATE)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        }
        if (tokens.has(table.header(), Tag.PERSON_HEADER)) {
            seen.add(Evidence.SOMEBODY_ELSE);
        }
    }
}
