package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/** Finds what a line stands under: the sentence above it that ends with a colon, or a line that only says that it is a plan. */
public final class Headings {

    private static final int FARTHEST = 40;

    private final Page page;

    public Headings(Page page) {
        this.page = page;
    }

    /** The heading above the line of the scene, or the part of its own sentence before a colon; empty if there is none. */
    public Range above(Scene scene) {
        Tokens tokens = page.tokens();
        for (int i = scene.amount().from() - 1; i >= scene.sentence().from(); i--) {
            if (tokens.isMark(i, ':')) {
                return new Range(scene.sentence().from(), i);
            }
        }
        return overLine(scene);
    }

    /** The heading above the line of the scene; empty if there is none. */
    public Range overLine(Scene scene) {
        int line = page.layout().lineOf(scene.amount().from());
        Table table = Table.around(page, line);
        int header = table == null ? -1 : page.layout().lineOf(table.header().from());
        for (int above = line - 1; above >= Math.max(0, line - FARTHEST); above--) {
            if (endsWithColon(above)) {
                return new Range(
                        page.layout().sentenceStart(page.layout().end(above) - 1),
                        page.layout().end(above) - 1);
            }
            if (isTitle(above)) {
                return new Range(page.layout().start(above), page.layout().end(above));
            }
            if (!page.layout().isBlank(above) && !page.hasAmount(above) && above != header) {
                break;
            }
        }
        return new Range(0, 0);
    }

    /** "PLAN", "Next week": a line without a colon that has no other words than those that say what is to come. */
    private boolean isTitle(int line) {
        Tokens tokens = page.tokens();
        boolean planned = false;
        for (int i = page.layout().start(line); i < page.layout().end(line); i++) {
            boolean plan = tokens.isAny(i, Tag.PLAN, Tag.NEXT, Tag.TOMORROW, Tag.ESTIMATE);
            if (tokens.isNumber(i) || tokens.isOneOf(i, ".,;!?") || (tokens.isWord(i) && !plan && !isSmall(i))) {
                return false;
            }
            planned |= plan;
        }
        return planned;
    }

    private boolean isSmall(int i) {
        return page.tokens().isAny(i, Tag.WEEK, Tag.DATE_WORD, Tag.PERIOD, Tag.MONTH_WORD)
                || page.tokens().isAny(i, Tag.THE, Tag.PREPOSITION, Tag.DAY);
    }

    private boolean endsWithColon(int line) {
        int last = page.layout().end(line) - 1;
        return last >= page.layout().start(line) && page.tokens().isMark(last, ':');
    }
}
