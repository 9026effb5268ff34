package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads a message: asks every witness about every amount, then compares the amounts with each other. */
public final class Reader {

    /** What is no noun that a day in front of it could belong to. */
    private static final Tags NO_NOUNS = Tags.of(
            Tag.PREPOSITION,
            Tag.GERUND,
            Tag.AND,
            Tag.OR,
            Tag.ADVERB,
            Tag.FINITE,
            Tag.SUBORDINATOR,
            Tag.SUBORDINATOR_OR_NOT,
            Tag.DATE_WORD,
            Tag.SO,
            Tag.SELF,
            Tag.OTHER,
            Tag.THE,
            Tag.MINE,
            Tag.THEIR,
            Tag.ARTICLE);

    private static final Witness TABLE = new TableWitness();

    private static final List<Witness> WITNESSES = List.of(
            Reader::form,
            new WorkerWitness(),
            new OwnerWitness(),
            new ShareWitness(),
            new FactWitness(),
            new SpeechWitness(),
            new SlotWitness(),
            new NounWitness(),
            new WorkWitness(),
            new BillingWitness(),
            new WithdrawalWitness(),
            new LifeWitness(),
            new ContextWitness());

    /** Those who look at a cell: it has no clause around it, so whoever reads clauses would misread it. */
    private static final List<Witness> WITNESSES_OF_CELLS = List.of(
            Reader::form,
            new OwnerWitness(),
            new WorkWitness(),
            new WithdrawalWitness(),
            new LifeWitness(),
            new ContextWitness());

    private static final Set<Evidence> CELLS =
            EnumSet.of(Evidence.HOURS_COLUMN, Evidence.DAY_COLUMN, Evidence.TOTAL_COLUMN, Evidence.ESTIMATE_COLUMN);

    /** Where a number without a unit can be hours: elsewhere it is one of the many numbers of a text. */
    private static final Set<Evidence> PLACES_OF_HOURS = EnumSet.of(
            Evidence.LINE_OF_A_TIME_REPORT,
            Evidence.IN_PARENTHESES_AFTER_WORK,
            Evidence.TIME_SPENT,
            Evidence.BILLING_INSTRUCTION,
            Evidence.HOURS_COLUMN,
            Evidence.DAY_COLUMN,
            Evidence.WORK_WITH_ITS_TIME,
            Evidence.TIME_ON_SOMETHING);

    /** What tells work from anything else that people do for an hour. */
    private static final Set<Evidence> SIGNS_OF_WORK = EnumSet.of(
            Evidence.WORK_NAMED_BESIDE_IT,
            Evidence.TIME_SPENT,
            Evidence.BILLING_INSTRUCTION,
            Evidence.LINE_OF_A_TIME_REPORT,
            Evidence.TIME_REPORT_MESSAGE,
            Evidence.UNDER_A_TIME_HEADING);

    private static final Set<Evidence> DONE = EnumSet.of(Evidence.AUTHOR_DID_IT, Evidence.PAST_TENSE_WORK);

    private static final int MOST_HOURS = 40;
    private static final int MOST_DAY_HOURS = 60;

    private Reader() {}

    /** Whether a heading may give a unit to numbers that are no amounts without it. */
    public static boolean mayReadColumns(Tokens tokens) {
        return ColumnUnits.mayName(tokens);
    }

    /** What was seen of each amount of a message. */
    public static List<Testimony> read(Page message) {
        var writtenOff = WrittenOff.of(ColumnUnits.read(LineStarts.read(LineEnds.read(message))));
        Page page = writtenOff.page();
        List<Testimony> all = new ArrayList<>();
        for (Scene scene : Scenes.of(page)) {
            Set<Evidence> seen = EnumSet.noneOf(Evidence.class);
            for (Witness witness : witnesses(scene, seen)) {
                witness.look(scene, seen);
            }
            whole(scene, seen);
            all.add(new Testimony(scene, seen));
        }
        new Coordination(page).compare(all);
        new Corrections(page).compare(all);
        writtenOff.mark(all);
        Wholes.compare(all);
        return all;
    }

    private static List<Witness> witnesses(Scene scene, Set<Evidence> seen) {
        TABLE.look(scene, seen);
        return Collections.disjoint(seen, CELLS) ? WITNESSES : WITNESSES_OF_CELLS;
    }

    /** What is missing, once all has been looked at. */
    private static void whole(Scene scene, Set<Evidence> seen) {
        if (scene.amount().is(Kind.BARE) && Collections.disjoint(seen, PLACES_OF_HOURS) && !BareItem.isOne(scene)) {
            seen.add(Evidence.BURIED_NUMBER);
            seen.removeAll(DONE);
        }
        boolean done = !Collections.disjoint(seen, DONE);
        if (scene.amount().is(Kind.CLOCK) && !done && !isOver(scene, seen)) {
            seen.add(Evidence.LOOKS_LIKE_AN_APPOINTMENT);
        }
        Tokens subject = scene.page().subject();
        if (done && Collections.disjoint(seen, SIGNS_OF_WORK) && !subject.has(0, subject.size(), Tag.WORK)) {
            seen.add(Evidence.NO_WORK_NAMED);
        }
    }

    /** "The mediation ran from 9:30 to 4:30", "9 to 3 less a sandwich", or the clause says that it was today or yesterday. */
    private static boolean isOver(Scene scene, Set<Evidence> seen) {
        return seen.contains(Evidence.WORK_TOOK_THIS_LONG)
                || scene.tokens().has(scene.amount().range(), Tag.LESS)
                || scene.clauseHas(Tag.TODAY)
                || scene.clauseHas(Tag.YESTERDAY);
    }

    private static void form(Scene scene, Set<Evidence> seen) {
        switch (scene.amount().kind()) {
            case BARE -> seen.add(Evidence.NO_UNIT);
            case CELL -> cell(scene, seen);
            case DAYS -> day(scene, seen);
            case CLOCK -> {}
            case DURATION -> attribute(scene, seen);
        }
        int hours = scene.amount().minutes() / 60;
        if (scene.amount().minutes() < 1 || hours > (scene.amount().is(Kind.DAYS) ? MOST_DAY_HOURS : MOST_HOURS)) {
            seen.add(Evidence.IMPLAUSIBLE_LENGTH);
        }
    }

    private static void day(Scene scene, Set<Evidence> seen) {
        seen.add(isOneDay(scene) ? Evidence.WHOLE_OR_HALF_DAY : Evidence.DAYS_RATHER_THAN_HOURS);
        if (isDayOfNoun(scene)) {
            seen.add(Evidence.ATTRIBUTE_OF_A_NOUN);
        }
        if (isBestOfDay(scene)) {
            seen.add(Evidence.FIGURE_OF_SPEECH);
        }
    }

    /** "a day cruise": in a language whose nouns stand before the noun that they belong to. */
    private static boolean isDayOfNoun(Scene scene) {
        Tokens tokens = scene.tokens();
        int noun = scene.amount().to();
        boolean before =
                !tokens.language().has(Habit.NAME_BEHIND) && !tokens.language().has(Habit.VERB_LAST);
        return before
                && tokens.is(scene.amount().from(), Tag.ARTICLE)
                && noun - scene.amount().from() == 2
                && tokens.isWord(noun)
                && !tokens.isCapitalised(noun)
                && !tokens.isAny(noun, NO_NOUNS);
    }

    /** "the best news I heard all day": the day is what it is picked from. */
    private static boolean isBestOfDay(Scene scene) {
        return scene.tokens().has(scene.amount().range(), Tag.WHOLE)
                && scene.tokens().has(scene.sentence().from(), scene.amount().from(), Tag.SUPERLATIVE);
    }

    /** A whole number that begins its line counts the lines, unless the column says that it is hours. */
    private static void cell(Scene scene, Set<Evidence> seen) {
        seen.add(Evidence.NO_UNIT);
        int line = scene.layout().lineOf(scene.amount().from());
        if (scene.layout().start(line) == scene.amount().from() && !seen.contains(Evidence.HOURS_COLUMN)) {
            seen.add(Evidence.NUMBER_OF_A_ROW);
        }
    }

    private static void attribute(Scene scene, Set<Evidence> seen) {
        if (scene.amount().attributive()) {
            seen.add(Evidence.ATTRIBUTE_OF_A_NOUN);
        }
    }

    private static boolean isOneDay(Scene scene) {
        return scene.tokens().has(scene.amount().range(), Tag.WHOLE)
                || scene.tokens().has(scene.amount().range(), Tag.FRACTION);
    }
}
