package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Compares neighbouring amounts where one takes the place of the other: {@code 0.5, not 1.5}, {@code I had 3.5, it should be
 * 2.5}, {@code took 3.0, bill 2.0}.
 */
final class Corrections {

    private static final int FARTHEST = 30;

    /** How close to the new figure the verb stands that says that it is the right one: "it was really 1.8". */
    private static final int BESIDE = 2;

    /** How close to the new figure the word stands that says that it takes the place of another. */
    private static final int NEAR = 4;

    /** What the wording of a correction looks like without being meant: "it should be 2.5". */
    private static final Set<Evidence> TALK = EnumSet.of(
            Evidence.MODAL_VERB,
            Evidence.STILL_TO_DO,
            Evidence.NOT_DONE,
            Evidence.THING_NOT_WORK,
            Evidence.POINTED_AT,
            Evidence.PERSONAL_TIME,
            Evidence.GOING_ON,
            Evidence.BURIED_NUMBER,
            Evidence.QUESTION,
            Evidence.ALLOWANCE_OR_BUDGET,
            Evidence.UPPER_LIMIT_ONLY,
            Evidence.RATE,
            Evidence.IN_THE_PRESENT);

    private static final Tags AROUND_AN_ORDER =
            Tags.of(Tag.REQUEST, Tag.ADVERB, Tag.SO, Tag.AND, Tag.OTHER, Tag.IT, Tag.APPROXIMATE, Tag.SUPERSEDING);

    private final Tokens tokens;
    private final ChargedFigures figures;

    Corrections(Page page) {
        this.tokens = page.tokens();
        this.figures = new ChargedFigures(tokens);
    }

    void compare(List<Testimony> all) {
        for (int i = 0; i + 1 < all.size(); i++) {
            Testimony first = all.get(i);
            Testimony second = all.get(i + 1);
            int gap = second.scene().amount().from() - first.scene().amount().to();
            if (gap >= 0 && gap <= FARTHEST && !first.seen().contains(Evidence.REPLACED_FIGURE)) {
                compare(first, second);
            }
        }
    }

    private void compare(Testimony first, Testimony second) {
        int from = first.scene().amount().to();
        int to = second.scene().amount().from();
        boolean sameSentence = first.scene().sentence().covers(to);
        if (sameSentence && changes(first.scene(), to)) {
            replace(first, second);
            second.seen().add(Evidence.BILLING_INSTRUCTION);
        } else if (sameSentence && denies(from, to)) {
            replace(second, first);
        } else if (figures.isChargedOf(first.scene(), second.scene(), sameSentence)) {
            charge(first, second);
        } else if (corrects(first.scene(), second.scene(), sameSentence)) {
            replace(first, second);
        } else if (charges(first.scene(), second.scene(), sameSentence)) {
            charge(first, second);
        } else {
            say(first, second, sameSentence);
        }
    }

    /** What the charged figure, or the length of a range, says again of the other. */
    private void say(Testimony first, Testimony second, boolean sameSentence) {
        if (sameSentence && figures.isWorkedOf(first.scene(), second.scene())) {
            charge(second, first);
        } else if (isSummedUp(first.scene(), second.scene())) {
            second.seen().add(Evidence.SAID_BEFORE);
        }
    }

    /** "Begonnen om 21.10, klaar om 0.25. Zet dat, drie uur en een kwartier": the length of the range before it. */
    private boolean isSummedUp(Scene range, Scene length) {
        int from = length.amount().from();
        boolean same = range.amount().is(Kind.CLOCK)
                && length.amount().is(Kind.DURATION)
                && range.amount().minutes() == length.amount().minutes();
        int near = Math.max(range.amount().to(), from - NEAR);
        boolean pointed =
                tokens.has(near, from, Tag.IT) || tokens.has(near, from, Tag.SO) || tokens.has(near, from, Tag.TOTAL);
        return same && (pointed || tokens.isOneOf(from - 1, "(="));
    }

    private boolean charges(Scene first, Scene second, boolean sameSentence) {
        int to = second.amount().from();
        if (!ChargedFigures.isAtMost(first.amount(), second.amount()) || (hasWork(first) && hasWork(second))) {
            return false;
        }
        return sameSentence
                ? charges(first.amount().to(), to) || chargesBehind(to, second) || areUnits(second)
                : (isNothingElse(second) || isOrderAlone(first, second))
                        && charges(first.amount().to(), to);
    }

    /** "Please bill two hours.": a sentence that charges and says nothing else, behind one that charges nothing itself. */
    private boolean isOrderAlone(Scene worked, Scene charged) {
        int from = charged.sentence().from();
        int verb = tokens.find(from, charged.amount().from(), Tag.CHARGED);
        return verb >= 0
                && areSmall(from, verb)
                && areSmall(verb + 1, charged.amount().from())
                && areSmall(charged.amount().to(), charged.sentence().to())
                && !tokens.has(worked.sentence().from(), worked.amount().from(), Tag.CHARGED);
    }

    private boolean areSmall(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i) || (tokens.isWord(i) && !tokens.isAny(i, AROUND_AN_ORDER))) {
                return false;
            }
        }
        return true;
    }

    /** "for the letter I did": work of its own, which a figure that is only charged does not have. */
    private boolean hasWork(Scene scene) {
        int behind = scene.amount().to();
        boolean named = tokens.is(behind, Tag.PREPOSITION)
                && tokens.has(behind, scene.share().to(), Tag.WORK);
        return named || tokens.has(scene.share().from(), scene.amount().from(), Tag.WORK);
    }

    /** "My fault, so put seven on the invoice": a bare figure with no work of its own, which can only be that of before. */
    private boolean isNothingElse(Scene charged) {
        return charged.amount().is(Kind.BARE)
                && !charged.shareHas(Tag.GERUND)
                && !tokens.has(charged.amount().to(), charged.share().to(), Tag.WORK)
                && !isToName(charged.amount().to());
    }

    /** "to Harbor": a client of its own. */
    private boolean isToName(int i) {
        return tokens.isWord(i) && tokens.isCapitalised(i + 1);
    }

    /** "change my entry from 3.5 to 2.5". */
    private boolean changes(Scene first, int to) {
        int from = first.amount().from();
        int word = correction(first.sentence().from(), from - 1);
        return to == first.amount().to() + 1
                && tokens.is(to - 1, Tag.TO)
                && tokens.is(from - 1, Tag.FROM)
                && word >= 0
                && !tokens.has(word + 1, from - 1, Tag.PAST);
    }

    /** "0.5, not 1.5", "0.3 instead of 0.8", ".4, I had typed 1.4"; not "two hours, not bad, 25 minutes". */
    private boolean denies(int from, int to) {
        for (int i = Math.max(from, to - NEAR); i < to; i++) {
            if (tokens.is(i, Tag.SUPERSEDING) && !tokens.isAny(i, Tag.FROM, Tag.NON_BILLABLE)) {
                return leadsTo(i, to);
            }
        }
        return to - from <= NEAR && (hadWritten(to) || wroteInstead(from, to));
    }

    /** Whether the word is said of the figure: no mark stands between them. */
    private boolean leadsTo(int word, int to) {
        for (int i = word + 1; i < to; i++) {
            if (tokens.isOneOf(i, ",;:.()?!")) {
                return false;
            }
        }
        return true;
    }

    /** "I had 1.5", "I had typed 1.4". */
    private boolean hadWritten(int to) {
        return (tokens.is(to - 2, Tag.HAVE) && tokens.is(to - 3, Tag.SELF))
                || (tokens.is(to - 1, Tag.HAVE) && tokens.is(to - 2, Tag.SELF) && tokens.is(to - 1, Tag.PAST));
    }

    /** "should read 4.5, I typed 5.4". */
    private boolean wroteInstead(int from, int to) {
        return tokens.is(to - 2, Tag.SELF)
                && tokens.is(to - 1, Tag.PAST)
                && tokens.has(Math.max(0, from - 2 * NEAR), from, Tag.CORRECTION);
    }

    /** "It should be 2.5", "Make it 5.1", "It was really 1.8", "no, 1 1/4 hrs". */
    private boolean corrects(Scene first, Scene second, boolean sameSentence) {
        int from = first.amount().to();
        int to = second.amount().from();
        if (tokens.is(to - 2, Tag.NEGATION) && tokens.isMark(to - 1, ',')) {
            return true;
        }
        int start = Math.max(from, second.sentence().from());
        int word = correction(Math.max(to - NEAR - 1, start), to);
        boolean said = word >= 0 && isSaidOf(word, to) && (sameSentence || !isOfOtherWork(start, word));
        boolean announced =
                correction(first.sentence().from(), from) >= 0 && tokens.has(Math.max(from, to - BESIDE), to, Tag.BE);
        return sameSentence
                ? said || announced
                : said && tokens.has(second.sentence().from(), to, Tag.IT);
    }

    /** The first word of a correction that is one by itself, and in no bracket with others, or -1: not the "cut" of "cut-outs". */
    private int correction(int from, int to) {
        int found = -1;
        for (int i = from; i < to; i++) {
            if (tokens.isMark(i, ')')) {
                found = tokens.isMark(found - 1, '(') && found == i - 1 ? found : -1;
            } else if (found < 0 && tokens.is(i, Tag.CORRECTION) && !tokens.isTouching(i + 1, '-')) {
                found = i;
            }
        }
        return found;
    }

    /** Whether the word, where it needs a figure behind it, has it: "I did the reply instead; three hours" has none. */
    private boolean isSaidOf(int word, int to) {
        return !tokens.is(word, Tag.SUPERSEDING) || leadsTo(word, to);
    }

    /**
     * "Two hours on the lease. Sent him a note after supper, call it half an hour", "I'll redo the sketch; it should be an hour":
     * what stands before the correcting word is other work, or work to come, and the figure is of that.
     */
    private boolean isOfOtherWork(int from, int word) {
        int modal = tokens.find(from, word, Tag.MODAL);
        boolean toCome = modal >= 0 && tokens.has(modal, word, Tag.WORK);
        return toCome || (tokens.is(word, Tag.CALL) && hasDone(from, word));
    }

    private boolean hasDone(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Tag.PAST) && !tokens.isAny(i, Tag.BE, Tag.HAVE, Tag.BOOKED)) {
                return true;
            }
        }
        return false;
    }

    private boolean charges(int from, int to) {
        int farthest = tokens.language().has(Habit.VERB_LAST) ? 6 : 3;
        int verb = tokens.find(Math.max(from, to - farthest), to, Tag.CHARGED);
        boolean direct = isOrder(verb) && !hasJoint(verb + 1, to);
        int so = tokens.is(to - 2, Tag.SO) ? to - 2 : to - 1;
        return direct || (tokens.is(so, Tag.SO) && tokens.isMark(so - 1, ','));
    }

    /** Whether the verb is of another part: "cleaning invoice scans, 1 hr". */
    private boolean hasJoint(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isOneOf(i, "),;")) {
                return true;
            }
        }
        return false;
    }

    /** "34 Minuten, bitte sechs Einheiten verrechnen": the verb stands behind what is charged. */
    private boolean chargesBehind(int to, Scene second) {
        int end = second.amount().to();
        int verb = tokens.find(end, Math.min(end + 2, second.sentence().to()), Tag.CHARGED);
        return tokens.language().has(Habit.VERB_LAST) && isOrder(verb) && tokens.has(to - 2, to, Tag.REQUEST);
    }

    /** Whether the verb says that something is charged: not "nicht berechnen", and not "write off". */
    private boolean isOrder(int verb) {
        return verb >= 0 && !tokens.is(verb - 1, Tag.NEGATION) && !tokens.isAny(verb, Tag.NON_BILLABLE, Tag.WRITE_OFF);
    }

    /** "34 Minuten, das sind sechs Einheiten". */
    private boolean areUnits(Scene second) {
        int from = second.amount().from();
        return tokens.has(from, second.amount().to(), Tag.TENTH)
                && tokens.is(from - 1, Tag.BE)
                && tokens.is(from - 2, Tag.IT)
                && tokens.isMark(from - 3, ',');
    }

    private static void charge(Testimony worked, Testimony charged) {
        if (worked.scene().amount().minutes() == charged.scene().amount().minutes()) {
            charged.seen().add(Evidence.SAID_BEFORE);
        } else {
            charged.seen().addAll(worked.seen());
            charged.seen().removeAll(TALK);
            charged.seen().remove(Evidence.PART_OF_ANOTHER);
            charged.seen().add(Evidence.CHARGED_FIGURE);
            worked.seen().add(Evidence.REPLACED_FIGURE);
        }
    }

    private static void replace(Testimony old, Testimony current) {
        boolean same =
                current.scene().amount().minutes() == old.scene().amount().minutes();
        if (same && Collections.disjoint(old.seen(), TALK)) {
            current.seen().add(Evidence.SAID_BEFORE);
            return;
        }
        current.seen().addAll(old.seen());
        current.seen().removeAll(TALK);
        current.seen().add(Evidence.CORRECTED_FIGURE);
        old.seen().add(Evidence.REPLACED_FIGURE);
    }
}
