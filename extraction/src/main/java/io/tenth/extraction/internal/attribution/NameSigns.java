package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Table;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.model.Features.Spelling;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be seen of a name beside some work, as the names of features: where it stands, what leads it, how it is written. */
final class NameSigns {

    private static final int LONGEST_SECTION = 8;
    private static final int FARTHEST_SECTION = 40;
    private static final int ACRONYM = 5;
    private static final int BESIDE = 2;
    private static final int MOST_WORDS = 4;
    private static final Tags SMALL = Tags.of(
            Tag.PREPOSITION,
            Tag.MATTER_LEAD,
            Tag.AND,
            Tag.TITLE,
            Tag.GREETING,
            Tag.POSSESSIVE,
            Tag.CLIENT_HEADER,
            Tag.OF);

    private final Scene scene;
    private final Tokens tokens;
    private final Range heading;
    private final int line;
    private final int section;
    private final @Nullable Range clientCell;
    private final boolean travels;

    NameSigns(Scene scene) {
        this.scene = scene;
        this.tokens = scene.tokens();
        this.heading = new Headings(scene.page()).above(scene);
        this.line = scene.layout().lineOf(scene.amount().from());
        this.section = section();
        Table table = Table.around(scene.page(), line);
        this.clientCell = table == null ? null : table.cell(Tag.CLIENT_HEADER);
        this.travels = tokens.has(scene.clause(), Tag.TRAVEL);
    }

    /** Tells what is seen of one place at which the name stands. */
    void of(Mention mention, Spelling signs) {
        Tokens text = mention.tokens();
        Range name = mention.range();
        String where = where(mention);
        String before = before(text, name.from());
        String behind = behind(text, name.to());
        signs.put(where).end();
        signs.put(where).put(" before ").put(before).end();
        signs.put(where).put(" behind ").put(behind).end();
        signs.put("before ").put(before).end();
        signs.put("behind ").put(behind).end();
        boolean fills = isEdge(text, name.from(), false) && isEdge(text, name.to(), true);
        if (fills) {
            signs.put("part").end();
            signs.put(where).put(" part").end();
        }
        if (travels && text == tokens) {
            signs.put("travel before ").put(before).end();
        }
        form(text, name, signs);
        if (text != tokens) {
            words("subject words ", name, signs);
            signs.put(isOpening(text, name.from()) ? "subject opening" : "subject inside")
                    .end();
            signs.put(text.word(name.from()).known() ? "subject known" : "subject unknown")
                    .end();
        }
    }

    /** How it is written. */
    private static void form(Tokens text, Range name, Spelling signs) {
        int first = name.from();
        int last = name.to() - 1;
        boolean one = first == last;
        String place = isOpening(text, first) ? "opening" : "inside";
        signs.put(place).end();
        words("words ", name, signs);
        signs.put("first ").small(text, first).end();
        signs.put("last ").small(text, last).end();
        if (text.word(first).known()) {
            signs.put("known first").end();
            signs.put("known first ").put(place).end();
        }
        putIf(text.word(last).known(), signs, "known last");
        putIf(text.is(first, Tag.WORK), signs, "work first");
        putIf(text.isNumber(first) || text.isNumber(last), signs, one ? "number" : "with number");
        putIf(one && isAcronym(text, first), signs, "acronym");
        putIf(!text.isCapitalised(first) && !text.isNumber(first), signs, "small");
        putIf(text.has(name, Tag.VERSUS), signs, "versus");
    }

    private static void words(String sign, Range name, Spelling signs) {
        signs.put(sign).put((char) ('0' + Math.min(name.to() - name.from(), MOST_WORDS)));
        signs.end();
    }

    private static void putIf(boolean seen, Spelling signs, String name) {
        if (seen) {
            signs.put(name).end();
        }
    }

    private static boolean isAcronym(Tokens text, int i) {
        int length = text.end(i) - text.start(i);
        return length > 1 && length <= ACRONYM && isLarge(text.text(i));
    }

    private static boolean isLarge(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isOpening(Tokens text, int i) {
        return i == 0 || text.isBreak(i - 1) || text.isOneOf(i - 1, ".!?:*•") || text.isCellStart(i);
    }

    /** Where the name stands, seen from the work. */
    String where(Mention mention) {
        if (mention.tokens() != tokens) {
            return "subject";
        }
        int at = mention.range().from();
        if (clientCell != null && clientCell.covers(at)) {
            return "client column";
        }
        if (scene.share().covers(at)) {
            return "share";
        }
        if (scene.clause().covers(at)) {
            return "clause";
        }
        if (scene.sentence().covers(at)) {
            return at < scene.amount().from() ? "sentence before" : "sentence behind";
        }
        if (heading.covers(at)) {
            return "heading";
        }
        return farther(at);
    }

    private String farther(int at) {
        int its = scene.layout().lineOf(at);
        if (its == line) {
            return at < scene.amount().from() ? "row before" : "row behind";
        }
        if (its == section) {
            return "section";
        }
        boolean above = its < line;
        if (Math.abs(its - line) <= BESIDE) {
            return above ? "line above" : "line below";
        }
        return above ? "far above" : "far below";
    }

    /** The nearest line above that is short, is no sentence and has no amount: what follows may stand under it. */
    private int section() {
        for (int above = line - 1; above >= Math.max(0, line - FARTHEST_SECTION); above--) {
            int start = scene.layout().start(above);
            int end = scene.layout().end(above);
            boolean brief = end > start && end - start <= LONGEST_SECTION && !tokens.isOneOf(end - 1, ".,!?");
            if (brief && !scene.page().hasAmount(above)) {
                return above;
            }
        }
        return -1;
    }

    /** Whether a part of the sentence or line begins or ends at the edge before token {@code i}. */
    private boolean isEdge(Tokens text, int i, boolean end) {
        int beyond = end ? i : i - 1;
        boolean amount = text == tokens
                && (end ? scene.amount().from() == i : scene.amount().to() == i);
        return amount || text.isBreak(beyond) || text.isCellStart(i) || isMark(text, beyond);
    }

    private static boolean isMark(Tokens text, int i) {
        boolean dash = text.isMark(i, '-') && text.gapBefore(i) > 0;
        return dash || text.isOneOf(i, ",;:()[]|–—•*.") || text.is(i, Tag.HYPHEN);
    }

    private String before(Tokens text, int from) {
        boolean article = text.isAny(from - 1, Tag.THE, Tag.ARTICLE);
        return article ? "the " + directlyBefore(text, from - 1) : directlyBefore(text, from);
    }

    private String directlyBefore(Tokens text, int from) {
        int i = from - 1;
        if (text.isBreak(i) || text.isCellStart(from)) {
            return "edge";
        }
        return text == tokens && i == scene.amount().to() - 1 ? "amount" : neighbour(text, i);
    }

    private String behind(Tokens text, int to) {
        if (to >= text.size() || text.isBreak(to) || text.isCellStart(to)) {
            return "edge";
        }
        if (text == tokens && to == scene.amount().from()) {
            return "amount";
        }
        return neighbour(text, to);
    }

    private static String neighbour(Tokens text, int i) {
        if (text.isNumber(i)) {
            return "number";
        }
        if (!text.isWord(i)) {
            return text.text(i);
        }
        if (text.isAny(i, SMALL)) {
            return text.small(i);
        }
        return text.is(i, Tag.WEEKDAY) ? "weekday" : kind(text, i);
    }

    private static String kind(Tokens text, int i) {
        if (text.is(i, Tag.WORK)) {
            return text.isAny(i, Tag.PAST, Tag.GERUND) ? "work verb" : "work";
        }
        if (text.isAny(i, Tag.PAST, Tag.FINITE, Tag.GERUND)) {
            return "verb";
        }
        if (text.word(i).known()) {
            return "known";
        }
        boolean nouns = text.language().has(Habit.CAPITAL_NOUNS);
        return text.isCapitalised(i) && !nouns ? "large" : "word";
    }
}
