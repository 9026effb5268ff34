package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.Context;
import io.tenth.extraction.internal.clause.Headings;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Table;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.score.Verdict;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client or matter of work: the author's directory first, then the column of a table, the label of a line, the
 * name in the clause, the heading above, the subject; at last the one name that the other entries have.
 */
final class Matters {

    private static final int LONGEST_LABEL = 9;

    private static final List<Function<Scene, @Nullable String>> PLACES =
            List.of(Matters::column, Matters::label, Matters::billed, Matters::heading);

    private final Directory directory;
    private final @Nullable String subject;
    private final @Nullable String only;

    Matters(Context context, List<Verdict> verdicts) {
        directory = new Directory(context.matters());
        subject = verdicts.isEmpty()
                ? null
                : subjectOf(verdicts.getFirst().testimony().scene());
        only = onlyName(verdicts);
    }

    @Nullable
    String of(Scene scene) {
        String known = known(scene);
        if (known != null) {
            return known;
        }
        String written = written(scene);
        String loose = written != null ? written : named(scene);
        boolean trusted = loose != null && (written != null || subject == null || sharesWord(loose, subject));
        return trusted ? loose : subject != null ? subject : only;
    }

    /** Whether a name beside the work is about what the subject names; else it may be anything the work was done to. */
    private static boolean sharesWord(String name, String subject) {
        List<String> words = List.of(subject.toLowerCase(Locale.ROOT).split("\\W+", -1));
        return Stream.of(name.toLowerCase(Locale.ROOT).split("\\W+", -1))
                .anyMatch(word -> word.length() > 2 && words.contains(word));
    }

    /** The name that the message writes beside the work. */
    private static @Nullable String written(Scene scene) {
        for (Function<Scene, @Nullable String> place : PLACES) {
            String name = place.apply(scene);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private @Nullable String known(Scene scene) {
        Tokens tokens = scene.tokens();
        Range heading = new Headings(scene.page()).above(scene);
        for (Range place : List.of(scene.share(), scene.clause(), scene.sentence(), heading)) {
            String name = directory.find(tokens, place);
            if (name != null) {
                return name;
            }
        }
        Tokens title = scene.page().subject();
        String titled = directory.find(title, new Range(0, title.size()));
        return titled != null ? titled : directory.find(tokens, new Range(0, tokens.size()));
    }

    private static @Nullable String subjectOf(Scene scene) {
        return new SubjectMatter(scene.page().subject(), scene.tokens()).name();
    }

    private static @Nullable String column(Scene scene) {
        Table table =
                Table.around(scene.page(), scene.layout().lineOf(scene.amount().from()));
        if (table == null) {
            return null;
        }
        Range cell = table.cell(Tag.CLIENT_HEADER);
        Range named = cell != null ? cell : table.cellThat(any -> isWhollyName(scene.tokens(), any));
        return named == null ? null : scene.tokens().text(named.from(), named.to());
    }

    private static boolean isWhollyName(Tokens tokens, Range cell) {
        Range name = Names.at(tokens, cell.from(), cell.to());
        return name != null && name.to() >= cell.to() - 1 && !tokens.has(cell, Tag.WORK);
    }

    /** "Castellanos: .7 correspondence": what stands before a colon or dash, where more than the amount stands behind it. */
    private static @Nullable String label(Scene scene) {
        String before = label(scene, Matters::isColon);
        return before != null ? before : label(scene, Matters::isDash);
    }

    private static @Nullable String label(Scene scene, BiPredicate<Tokens, Integer> ends) {
        Tokens tokens = scene.tokens();
        int start = Math.max(
                scene.layout().rowStart(scene.sentence().from()),
                scene.sentence().from() - LONGEST_LABEL);
        int from = start;
        for (int joint = start + 1; joint < Math.min(scene.sentence().to(), start + LONGEST_LABEL); joint++) {
            if (ends.test(tokens, joint) && hasWorkBehind(scene, joint)) {
                String label = labelText(
                        tokens, scene.amount().from() < joint ? scene.amount().to() : from, joint);
                if (label != null) {
                    return label;
                }
            }
            from = isDash(tokens, joint) ? joint + 1 : from;
        }
        return null;
    }

    private static boolean isColon(Tokens tokens, int i) {
        return tokens.isMark(i, ':');
    }

    private static boolean isDash(Tokens tokens, int i) {
        return (tokens.is(i, Tag.HYPHEN) || tokens.isMark(i, '-')) && tokens.gapBefore(i) > 0;
    }

    private static boolean hasWorkBehind(Scene scene, int joint) {
        int words = 0;
        for (int i = joint + 1; i < scene.sentence().to(); i++) {
            boolean amount = i >= scene.amount().from() && i < scene.amount().to();
            boolean filler =
                    scene.tokens().isAny(i, Tag.DATE_WORD, Tag.APPROXIMATE, Tag.ADVERB, Tag.TOTAL, Tag.PREPOSITION);
            words += !amount && !filler && scene.tokens().isWord(i) ? 1 : 0;
        }
        return words > 1;
    }

    private static @Nullable String labelText(Tokens tokens, int start, int joint) {
        int from = start;
        while (from < joint && isLeading(tokens, from)) {
            from++;
        }
        Range name = Names.at(tokens, from, joint);
        if (name == null || isTalk(tokens, new Range(from, joint))) {
            return null;
        }
        boolean whole = tokens.isMark(joint, ':') || name.to() == joint;
        return whole ? tokens.text(name.from(), name.to()) : null;
    }

    /** "Me alone", "What I do have", "Internal": a label, but of no matter. */
    private static boolean isTalk(Tokens tokens, Range label) {
        return tokens.isAny(label.from(), Tag.ME, Tag.REPORT)
                || tokens.has(label, Tag.INTERNAL)
                || tokens.has(label, Tag.SELF)
                || tokens.has(label, Tag.GERUND);
    }

    private static boolean isLeading(Tokens tokens, int i) {
        boolean mark = !tokens.isWord(i) && !tokens.isNumber(i);
        return mark || tokens.isAny(i, Tag.PREPOSITION, Tag.ADVERB, Tag.BILL, Tag.REQUEST);
    }

    /** A name at the end of the line behind a comma: "Reviewed record cites, Farrow v. Keystone". */
    private static @Nullable String trailing(Scene scene) {
        Tokens tokens = scene.tokens();
        int to = scene.sentence().to();
        for (int i = scene.sentence().from(); i < to; i++) {
            Range name = tokens.isMark(i, ',') ? Names.at(tokens, i + 1, to) : null;
            if (name != null && name.to() >= to - 1) {
                return tokens.text(name.from(), name.to());
            }
        }
        return null;
    }

    /** "on Acme", "to the Smith lease", "for Klangraum" in the clause or the sentence. */
    private static @Nullable String named(Scene scene) {
        for (Range place : List.of(scene.share(), scene.clause(), scene.sentence())) {
            String name = named(scene.tokens(), place);
            if (name != null) {
                return name;
            }
        }
        return trailing(scene);
    }

    /** "bill 1.5 to Acme": right behind the amount of an instruction. */
    private static @Nullable String billed(Scene scene) {
        Tokens tokens = scene.tokens();
        boolean instruction = tokens.has(scene.clause().from(), scene.amount().from(), Tag.BILL);
        return instruction
                ? named(tokens, new Range(scene.amount().to(), scene.clause().to()))
                : null;
    }

    private static @Nullable String named(Tokens tokens, Range place) {
        for (int i = place.from(); i < place.to(); i++) {
            if (tokens.is(i, Tag.MATTER_LEAD) && !tokens.is(i + 1, Tag.TITLE)) {
                Range name = Names.at(tokens, i + 1, place.to());
                if (name != null) {
                    return tokens.text(name.from(), name.to());
                }
            }
        }
        return null;
    }

    private static @Nullable String heading(Scene scene) {
        return named(scene.tokens(), new Headings(scene.page()).above(scene));
    }

    /** The name that the entries of a message have in common where some have none; null where they have several. */
    private static @Nullable String onlyName(List<Verdict> verdicts) {
        Set<String> names = new HashSet<>();
        for (Verdict verdict : verdicts) {
            String written = written(verdict.testimony().scene());
            String name = written != null ? written : named(verdict.testimony().scene());
            if (name != null) {
                names.add(name);
            }
        }
        return names.size() == 1 ? names.iterator().next() : null;
    }
}
