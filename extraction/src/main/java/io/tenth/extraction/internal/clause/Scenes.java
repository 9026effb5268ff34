package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cuts the sentence around each amount into its clause and its share. */
final class Scenes {

    private static final int NOUN_LOOK = 4;

    private final Page page;
    private final Tokens tokens;
    private final Predicates predicates;
    private final GappedVerbs gapped;

    /** Where clauses begin whose verb is left out. */
    private final BitSet gappedStarts = new BitSet();

    private Scenes(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.predicates = new Predicates(tokens);
        this.gapped = new GappedVerbs(page);
        for (int i = 0; i < page.amounts().size(); i++) {
            if (gapped.start(i) >= 0) {
                gappedStarts.set(gapped.start(i));
            }
        }
    }

    static List<Scene> of(Page page) {
        var scenes = new Scenes(page);
        List<Scene> all = new ArrayList<>();
        for (int i = 0; i < page.amounts().size(); i++) {
            all.add(scenes.scene(i));
        }
        return all;
    }

    private Scene scene(int index) {
        Amount amount = page.amounts().get(index);
        var sentence = new Range(
                page.layout().sentenceStart(amount.from()), page.layout().sentenceEnd(amount.to()));
        Range clause = clause(amount, sentence);
        Range share = share(index, clause);
        Predicate shared = gapped.predicate(index);
        Predicate predicate = shared == null ? predicate(amount, sentence, clause, share) : shared;
        return new Scene(page, index, sentence, clause, share, predicate);
    }

    private Predicate predicate(Amount amount, Range sentence, Range clause, Range share) {
        boolean verbLast = tokens.language().has(Habit.VERB_LAST);
        Predicate relative = verbLast ? new VerbLast(tokens).relative(amount, sentence) : predicates.relative(amount);
        if (relative.hasVerb()) {
            return relative;
        }
        return verbLast
                ? new VerbLast(tokens).of(new VerbLast.Place(clause, share, amount.range()))
                : predicates.of(clause, sentence, amount.from());
    }

    private Range clause(Amount amount, Range sentence) {
        boolean enclosed = tokens.isMark(amount.from() - 1, '(') && tokens.isMark(amount.to(), ')');
        int from = partStart(enclosed ? amount.from() - 2 : amount.from(), sentence);
        int to = enclosed ? amount.to() + 1 : partEnd(amount.to(), sentence);
        if (isLone(from, to, amount)) {
            if (from > sentence.from()) {
                from = partStart(from - 2, sentence);
            } else if (to < sentence.to()) {
                to = partEnd(to + 2, sentence);
            } else {
                from = previousSentence(sentence.from());
            }
        }
        return new Range(Math.min(from, amount.from()), Math.max(to, amount.to()));
    }

    private int partStart(int place, Range sentence) {
        int from = Math.max(place, sentence.from());
        while (from > sentence.from() && !partsBefore(from)) {
            from--;
        }
        return from;
    }

    private int partEnd(int place, Range sentence) {
        int to = Math.min(place, sentence.to());
        while (to < sentence.to() && !partsBefore(to)) {
            to++;
        }
        return to;
    }

    /** Whether a part holds nothing but its amount and perhaps a day: then it belongs to the part beside it. */
    private boolean isLone(int from, int to, Amount amount) {
        for (int i = from; i < to; i++) {
            boolean inside = i >= amount.from() && i < amount.to();
            boolean word = tokens.isWord(i) && !tokens.isAny(i, Tag.APPROXIMATE, Tag.TOTAL, Tag.ADVERB, Tag.ARTICLE);
            if (!inside && word && page.dates().covering(i) == null) {
                return false;
            }
        }
        return true;
    }

    /** The start of the sentence before, if it stands on the same line. */
    private int previousSentence(int start) {
        int last = start - 1;
        boolean sameLine = last > 0 && !tokens.isBreak(last) && tokens.isMark(last, '.');
        return sameLine ? page.layout().sentenceStart(last - 1) : start;
    }

    /** Whether a new clause begins with token {@code i}. */
    boolean partsBefore(int i) {
        return isHardJoint(i) || beginsSubordinate(i) || beginsCoordinate(i);
    }

    private boolean isHardJoint(int i) {
        return tokens.isOneOf(i - 1, ";()") || tokens.isOneOf(i, "();") || isColon(i - 1) || isDash(i - 1) || isDash(i);
    }

    private boolean beginsSubordinate(int i) {
        if (tokens.is(i, Tag.SUBORDINATOR_OR_NOT)) {
            return isSubjectWithVerb(i + 1)
                    || tokens.is(i + 1, Tag.GERUND)
                    || (isNounSubject(i + 1) && !isBeforeWhom(i));
        }
        boolean phrase = tokens.isAny(i + 1, Tag.NUMBER, Tag.DATE_WORD) || tokens.isNumber(i + 1);
        return tokens.is(i, Tag.SUBORDINATOR) && (tokens.isMark(i - 1, ',') || !phrase);
    }

    /** "The hearing before Registrar Lund was": no clause, since what stands in front has no verb yet. */
    private boolean isBeforeWhom(int i) {
        int start = i - 1;
        while (start > i - NOUN_LOOK && tokens.isWord(start - 1)) {
            start--;
        }
        return tokens.is(i, Tag.TO_HOUR) && !tokens.isWord(start - 1) && !tokens.has(start, i, Tag.FINITE);
    }

    private boolean beginsCoordinate(int i) {
        int first = tokens.is(i, Tag.AND) ? i + 1 : i;
        if (first == i && !tokens.isMark(i - 1, ',')) {
            return false;
        }
        if (first > i && tokens.is(i - 1, Tag.PAST)) {
            return false;
        }
        return isInverted(i, first)
                || isBehindSubordinate(i, first)
                || beginsWithVerb(first)
                || gappedStarts.get(first);
    }

    /** "Dat ik er twee uur aan zat, mag op de bon": the verb of the main clause right behind a clause that opens the sentence. */
    private boolean isBehindSubordinate(int i, int first) {
        if (!tokens.language().has(Habit.VERB_LAST)
                || !tokens.isMark(i - 1, ',')
                || !tokens.isAny(first, Tag.HAVE, Tag.BE, Tag.MODAL)) {
            return false;
        }
        int start = i - 1;
        while (tokens.isWord(start - 1) || tokens.isNumber(start - 1)) {
            start--;
        }
        return tokens.isAny(start, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT)
                && !tokens.isMark(start - 1, ',')
                && start < i - 2;
    }

    private boolean beginsWithVerb(int i) {
        boolean then = tokens.is(i, Tag.ADVERB) && tokens.is(i + 1, Tag.PAST);
        return then || isSubjectWithVerb(i) || isNounSubject(i) || isFiniteWork(i);
    }

    /** ", dann wären wir": where the verb that agrees with the subject is second in its clause. */
    private boolean isInverted(int i, int first) {
        return tokens.language().has(Habit.VERB_LAST)
                && tokens.isMark(i - 1, ',')
                && tokens.isWord(first)
                && tokens.isAny(first + 1, Tag.HAVE, Tag.BE, Tag.MODAL);
    }

    private boolean isFiniteWork(int i) {
        boolean verb = tokens.isAny(i, Tag.SPEND, Tag.TAKE) || (tokens.is(i, Tag.PAST) && tokens.is(i, Tag.WORK));
        return verb && !tokens.is(i, Tag.GERUND);
    }

    private boolean isSubjectWithVerb(int i) {
        return isVerbWithSubject(i)
                || (tokens.isAny(i, Tag.SELF, Tag.OTHER, Tag.IT) && tokens.isAny(i + 1, Tag.FINITE, Tag.NEGATION))
                || (tokens.isAny(i, Tag.MINE, Tag.THEIR) && tokens.is(i + 2, Tag.FINITE));
    }

    /** "habe ich", "hat sie": where the subject may stand behind its verb, which may name it as well. */
    private boolean isVerbWithSubject(int i) {
        boolean verb = tokens.isAny(i, Tag.HAVE, Tag.BE, Tag.MODAL, Tag.SPEND);
        return tokens.language().has(Habit.VERB_LAST)
                && verb
                && (tokens.is(i, Tag.SELF) || tokens.isAny(i + 1, Tag.SELF, Tag.OTHER));
    }

    /** "the expert flew", "Omar second-chaired": a noun with its verb close behind it. */
    private boolean isNounSubject(int i) {
        if (!tokens.isAny(i, Tag.THE, Tag.MINE, Tag.THEIR, Tag.TITLE) && !tokens.isCapitalised(i)) {
            return false;
        }
        for (int next = i + 1;
                next <= i + NOUN_LOOK && tokens.isWord(next) && !tokens.isAny(next, Tag.PREPOSITION, Tag.AND);
                next++) {
            boolean verb = tokens.isAny(next, Tag.PAST, Tag.BE, Tag.HAVE);
            if (verb && !tokens.is(next - 1, Tag.THE)) {
                return true;
            }
        }
        return false;
    }

    private boolean isColon(int i) {
        return tokens.isMark(i, ':') && tokens.gapBefore(i + 1) > 0;
    }

    private boolean isDash(int i) {
        boolean dash = tokens.isMark(i, '-') || tokens.is(i, Tag.HYPHEN);
        return dash && tokens.gapBefore(i) > 0 && (tokens.gapBefore(i + 1) > 0 || tokens.isBreak(i + 1));
    }

    /** The clause without what lies beyond its neighbouring amounts: up to the joint before it, and to the joint after. */
    private Range share(int index, Range clause) {
        Amount amount = page.amounts().get(index);
        int from = clause.from();
        int to = clause.to();
        if (index > 0
                && page.amounts().get(index - 1).to() > from
                && !isNumberOfRow(page.amounts().get(index - 1))) {
            from = jointBefore(page.amounts().get(index - 1), amount.from(), clause);
        }
        if (index + 1 < page.amounts().size() && page.amounts().get(index + 1).from() < to) {
            to = jointBefore(amount, page.amounts().get(index + 1).from(), clause);
        }
        return new Range(Math.min(from, amount.from()), Math.max(to, amount.to()));
    }

    /** A whole number that begins a row of a table: it counts the rows, and takes nothing of what stands behind it. */
    private boolean isNumberOfRow(Amount amount) {
        int line = page.layout().lineOf(amount.from());
        return amount.is(Amount.Kind.CELL)
                && page.layout().start(line) == amount.from()
                && tokens.numeral(amount.from()).is(Numeral.Shape.WHOLE);
    }

    /**
     * Where the share of the later of two amounts begins. In "reading the deed, 20 min" the work stands before its time:
     * the share begins behind the earlier amount; else it begins at the last joint before the later one.
     */
    private int jointBefore(Amount earlier, int to, Range clause) {
        int from = earlier.to();
        boolean amountFirst = earlier.from() <= clause.from() + 1
                || tokens.isAny(earlier.from() - 1, Tag.SPEND, Tag.HYPHEN)
                || tokens.isOneOf(earlier.from() - 1, "-:");
        if (!amountFirst && (tokens.isOneOf(to - 1, ",:(") || isDash(to - 1))) {
            return from;
        }
        for (int i = to - 1; i >= from; i--) {
            if (tokens.isOneOf(i, ",;") || tokens.isAny(i, Tag.AND, Tag.SUBORDINATOR)) {
                return i + 1;
            }
        }
        return to;
    }
}
