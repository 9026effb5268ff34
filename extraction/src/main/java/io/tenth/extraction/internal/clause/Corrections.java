package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** How much more than the figure before it "call it" may make of it: who rounds adds no more. */
    private static final double MOST_MORE = 1.25;

    /** And how little of it. */
    private static final double LEAST_PART = 0.5;

    /** How many words may stand before "call it" in its sentence where they say of what the figure is: "in fairness". */
    private static final int FEW_WORDS = 2;

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

    /** What has been compared with another amount already. */
    static final Set<Evidence> COMPARED = EnumSet.of(
            Evidence.CHARGED_FIGURE, Evidence.CORRECTED_FIGURE, Evidence.REPLACED_FIGURE, Evidence.SAID_BEFORE);

    /** What nothing is charged of. */
    private static final Set<Evidence> NOT_WORKED = EnumSet.of(
            Evidence.REPLACED_FIGURE,
            Evidence.UPPER_LIMIT_ONLY,
            Evidence.ALLOWANCE_OR_BUDGET,
            Evidence.ESTIMATE_OR_PLAN,
            Evidence.PART_OF_ANOTHER,
            Evidence.SOMEBODY_ELSE,
            Evidence.BILLING_INSTRUCTION,
            Evidence.PERSONAL_TIME);

    /** What is said of a limit. */
    private static final Set<Evidence> LIMITS = EnumSet.of(
            Evidence.UPPER_LIMIT_ONLY,
            Evidence.ALLOWANCE_OR_BUDGET,
            Evidence.ESTIMATE_OR_PLAN,
            Evidence.NOT_DONE,
            Evidence.IN_THE_PRESENT);

    /** What a line that is put right has because of the wording alone. */
    private static final Set<Evidence> OF_THE_AUTHOR = EnumSet.of(
            Evidence.CORRECTED_FIGURE,
            Evidence.BILLING_INSTRUCTION,
            Evidence.AUTHOR_DID_IT,
            Evidence.TIME_SPENT,
            Evidence.PAST_TENSE_WORK);

    private static final Set<Evidence> OF_SOMEBODY =
            EnumSet.of(Evidence.SOMEBODY_ELSE, Evidence.SAID_BY_SOMEBODY, Evidence.NAME_BEFORE_VERB);

    /** How many amounts are looked over for the one that another is charged of, and how many tokens at most. */
    private static final int MOST_BETWEEN = 3;

    private static final int FAR = 60;

    /** "that was wrong", "ich habe mich vertippt": what has no object that was corrected before it. */
    private static final Tags BEFORE_A_CORRECTION =
            Tags.of(Tag.BE, Tag.HAVE, Tag.ADVERB, Tag.IT, Tag.SELF, Tag.ME, Tag.HOUR, Tag.MINUTE, Tag.CORRECTION);

    private final Tokens tokens;
    private final ChargedFigures figures;
    private final ChargeOrders orders;
    private final SettledFigures settled;
    private final EarlierFigures earlier;
    private final RecordedFigures recorded;
    private final DeniedFigures denied;

    Corrections(Page page) {
        this.tokens = page.tokens();
        this.orders = new ChargeOrders(tokens);
        this.figures = new ChargedFigures(tokens, orders);
        this.settled = new SettledFigures(tokens);
        this.earlier = new EarlierFigures(tokens);
        this.recorded = new RecordedFigures(tokens);
        this.denied = new DeniedFigures(tokens);
    }

    void compare(List<Testimony> all) {
        for (int i = 0; i + 1 < all.size(); i++) {
            Testimony first = all.get(i);
            Testimony second = all.get(i + 1);
            int gap = second.scene().amount().from() - first.scene().amount().to();
            if (gap >= 0 && gap <= FARTHEST && !first.seen().contains(Evidence.REPLACED_FIGURE)) {
                compare(first, second);
                chargeUpToLimit(all, i);
            }
        }
        for (int i = 1; i < all.size(); i++) {
            if (Collections.disjoint(all.get(i).seen(), COMPARED)) {
                chargeOfEarlier(all, i);
            }
        }
        earlier.replace(all);
    }

    /**
     * "It took me 5.2 hours. They pay no more than 3.0, so 3.0 it is": the limit said again is what is charged of the time before. Where
     * "so" leads to it, what was agreed is a limit too: "We agreed one day, so one day is what you invoice".
     */
    private void chargeUpToLimit(List<Testimony> all, int place) {
        Testimony limit = all.get(place);
        Testimony charged = all.get(place + 1);
        Testimony worked = place == 0 ? limit : all.get(place - 1);
        boolean same = limit.scene().sentence().covers(charged.scene().amount().from());
        boolean more =
                worked.scene().amount().minutes() > charged.scene().amount().minutes();
        int gap = limit.scene().amount().from() - worked.scene().amount().to();
        boolean so =
                tokens.has(limit.scene().amount().to(), charged.scene().amount().from(), Tag.SO);
        if (same
                && more
                && gap <= FARTHEST
                && charged.seen().contains(Evidence.SAID_BEFORE)
                && (so || !Collections.disjoint(limit.seen(), LIMITS))
                && Collections.disjoint(worked.seen(), NOT_WORKED)) {
            charged.seen().remove(Evidence.SAID_BEFORE);
            charged.seen().removeAll(LIMITS);
            charge(worked, charged);
        }
    }

    /**
     * "Took 3.2, not 2.3. Bill 3.0": what is ordered to be charged is of the last amount that may be
     * work, over one that is a limit or a part; and "bill 1.5 for the letter. It took 3.1" has them the other way round.
     */
    private void chargeOfEarlier(List<Testimony> all, int place) {
        Testimony charged = all.get(place);
        Testimony before = all.get(place - 1);
        if (isFurther(before.scene(), charged.scene())) {
            return;
        }
        Testimony worked = orders.isOrdered(charged.scene()) ? workedBefore(all, place) : null;
        if (worked != null) {
            charge(worked, charged);
        } else if (Collections.disjoint(before.seen(), COMPARED)
                && orders.isWorkedOf(before.scene(), charged.scene())) {
            charge(charged, before);
        }
    }

    private @Nullable Testimony workedBefore(List<Testimony> all, int place) {
        Testimony charged = all.get(place);
        int from = charged.scene().amount().from();
        for (int i = place - 1; i >= Math.max(0, place - MOST_BETWEEN); i--) {
            Testimony worked = all.get(i);
            int gap = from - worked.scene().amount().to();
            if (gap >= 0 && gap <= FAR && isChargedAt(worked, charged)) {
                return worked;
            }
        }
        return null;
    }

    private boolean isChargedAt(Testimony worked, Testimony charged) {
        boolean same = worked.scene().sentence().covers(charged.scene().amount().from());
        return Collections.disjoint(worked.seen(), NOT_WORKED)
                && Collections.disjoint(charged.seen(), OF_SOMEBODY)
                && (same || orders.isOrderAlone(worked.scene(), charged.scene()))
                && orders.charges(worked.scene(), charged.scene(), same);
    }

    /** "Please also bill 2 hours", "call it another hour", "another hour": what comes on top of the figure before it. */
    private boolean isFurther(Scene first, Scene second) {
        int from = second.amount().from();
        int order = from - 1;
        boolean ordered = tokens.is(order, Tag.CHARGED)
                && tokens.is(order - 1, Tag.FURTHER)
                && order > first.amount().to();
        int word = ordered ? order - 1 : tokens.find(from - 1, second.amount().to(), Tag.FURTHER);
        return word >= first.amount().to() && !tokens.is(word - 1, Tag.NEGATION);
    }

    private void compare(Testimony first, Testimony second) {
        if (isFurther(first.scene(), second.scene())) {
            return;
        }
        Restatements.sayAnew(first, second);
        int to = second.scene().amount().from();
        boolean sameSentence = first.scene().sentence().covers(to);
        if (sameSentence && changes(first.scene(), to)) {
            replace(first, second);
            second.seen().add(Evidence.BILLING_INSTRUCTION);
        } else if (!sameSentence || !deny(first, second)) {
            chargeOrPutRight(first, second, sameSentence);
        }
    }

    private void chargeOrPutRight(Testimony first, Testimony second, boolean sameSentence) {
        if (figures.isChargedOf(first.scene(), second.scene(), sameSentence)) {
            charge(first, second);
        } else if (!sameSentence && orders.isWorkedOf(first.scene(), second.scene())) {
            charge(second, first);
        } else {
            putRight(first, second, sameSentence);
        }
    }

    private void putRight(Testimony first, Testimony second, boolean sameSentence) {
        if (isPutRight(first.scene(), second.scene(), sameSentence)) {
            replace(first, second);
            if (recorded.isOfSomebody(first.scene())) {
                giveBack(second);
            }
        } else if (!first.seen().contains(Evidence.ALLOWANCE_OR_BUDGET)
                && orders.charges(first.scene(), second.scene(), sameSentence)) {
            charge(first, second);
        } else {
            say(first, second, sameSentence);
        }
    }

    /** Somebody's line that the author only says to be wrong stays that person's. */
    private static void giveBack(Testimony current) {
        current.seen().removeAll(OF_THE_AUTHOR);
        current.seen().add(Evidence.SOMEBODY_ELSE);
        current.seen().add(Evidence.DONE_BY_SOMEBODY);
    }

    /** Whether one of the two is denied, which the other then takes the place of. */
    private boolean deny(Testimony first, Testimony second) {
        int from = first.scene().amount().from();
        if (denied.isDeniedBefore(first.scene(), second.scene())) {
            replace(first, second);
            list(second, from - 2);
            return true;
        }
        boolean behind = denied.isDenied(first.scene().amount().to(), second.scene());
        if (behind) {
            replace(second, first);
            list(first, from - 1);
        }
        return behind;
    }

    /** "Deposition prep: not 4.0 but 3.4", "Letter to Orme: 0.7, not 1.7": a line of a list of times, whichever figure stands first. */
    private void list(Testimony current, int colon) {
        int from = Math.max(current.scene().sentence().from(), colon - FARTHEST);
        if (tokens.isMark(colon, ':') && tokens.has(from, colon, Tag.WORK) && !tokens.has(from, colon, Tag.MODAL)) {
            current.seen().add(Evidence.LINE_OF_A_TIME_REPORT);
        }
    }

    /** What the charged figure, or the length of a range, says again of the other. */
    private void say(Testimony first, Testimony second, boolean sameSentence) {
        boolean own =
                Collections.disjoint(second.seen(), OF_SOMEBODY) && Collections.disjoint(second.seen(), NOT_WORKED);
        if (own && sameSentence && figures.isWorkedOf(first.scene(), second.scene())) {
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

    /** "change my entry from 3.5 to 2.5", "change the two hours on Orme to three", "please read 0.45 hours as 4.5". */
    private boolean changes(Scene first, int to) {
        int from = first.amount().from();
        if (to == first.amount().to() + 1 && tokens.is(to - 1, Tag.RESET_TO) && tokens.is(from - 2, Tag.REQUEST)) {
            return true;
        }
        int word = correction(first.sentence().from(), from - 1);
        if (word == from - 2 && isPointedTo(first, to)) {
            return true;
        }
        return to == first.amount().to() + 1
                && tokens.is(to - 1, Tag.TO)
                && tokens.is(from - 1, Tag.FROM)
                && word >= 0
                && !tokens.has(word + 1, from - 1, Tag.PAST);
    }

    private boolean isPointedTo(Scene first, int to) {
        boolean pointed = tokens.isAny(first.amount().from() - 1, Tag.THE, Tag.MINE);
        return pointed && tokens.is(to - 1, Tag.TO) && to - first.amount().to() <= 2 * NEAR;
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
        if (isSum(word)) {
            return false;
        }
        boolean said = word >= 0 && isSaidOf(word, to) && recorded.canBeWrong(first, word, to);
        return sameSentence
                ? said || isAnnounced(first, to)
                : said && !isOfOtherWork(first, second, word) && isOfFigure(first, second, word);
    }

    private boolean isOfFigure(Scene first, Scene second, int word) {
        int to = second.amount().from();
        boolean named = tokens.has(second.sentence().from(), to, Tag.IT) || isOfRecord(word, to);
        return named || isLabel(second, word) || (recorded.opens(second, word) && recorded.isOne(first));
    }

    /** "Correction: three hours". */
    private boolean isLabel(Scene second, int word) {
        return word == second.sentence().from() && tokens.isOneOf(word + 1, ":,");
    }

    /** "the sheet should say three hours". */
    private boolean isOfRecord(int word, int to) {
        return word == to - 2 && tokens.is(to - 1, Tag.SAY) && BillingWitness.isOwnRecord(tokens, word - 1);
    }

    /** "The wrong figure was two hours, it was really three": the word of a correction before the first one, and "was" beside the other. */
    private boolean isAnnounced(Scene first, int to) {
        int from = first.amount().to();
        return correction(first.sentence().from(), from) >= 0 && tokens.has(Math.max(from, to - BESIDE), to, Tag.BE);
    }

    private boolean isPutRight(Scene first, Scene second, boolean sameSentence) {
        boolean anew = isToldAnew(first, second.amount().from()) || isTruthOf(first, second);
        boolean corrected = corrects(first, second, sameSentence) || settled.settles(first, second);
        return anew || (corrected && !isOldItself(second));
    }

    /** "statt 3,0", "letztes Jahr waren es 3,0": what takes nothing's place. */
    private boolean isOldItself(Scene second) {
        int to = second.amount().from();
        int from = Math.max(second.sentence().from(), to - NEAR - 1);
        return tokens.is(to - 1, Tag.SUPERSEDING) || tokens.has(from, to, Tag.COMPARISON);
    }

    /** "no fueron 50 minutos, fueron 15": the verb that is denied of the one is said again of the other. */
    private boolean isToldAnew(Scene first, int to) {
        int denied = first.amount().from() - 1;
        return tokens.isAny(denied, Tag.BE, Tag.TAKE)
                && tokens.is(denied - 1, Tag.NEGATION)
                && first.sentence().covers(to)
                && tokens.small(to - 1).equals(tokens.small(denied));
    }

    /** "I logged the tie-out as 2.4 hours. It was 1.4 hours.": what was written down last, and what it was. */
    private boolean isTruthOf(Scene first, Scene second) {
        int was = second.amount().from() - 1;
        return was - 1 == second.sentence().from()
                && tokens.is(was - 1, Tag.IT)
                && tokens.is(was, Tag.BE)
                && tokens.is(was, Tag.PAST)
                && !tokens.has(first.amount().to(), was, Tag.AND)
                && recorded.isOwn(first);
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
        return !isOfItemBefore(word) && (!tokens.is(word, Tag.SUPERSEDING) || denied.leadsTo(word, to));
    }

    /** "Di 1.0 Lohnausweise korrigiert, Do 2.5": what was done on the day before, and no correction of it. */
    private boolean isOfItemBefore(int word) {
        boolean object = tokens.isWord(word - 1) && !tokens.isAny(word - 1, BEFORE_A_CORRECTION);
        return object && tokens.isMark(word + 1, ',') && tokens.is(word + 2, Tag.DATE_WORD);
    }

    /**
     * "Two hours on the lease. Sent him a note after supper, call it half an hour", "I'll redo the sketch; it should be an hour":
     * what stands before the correcting word is other work, or work to come, and the figure is of that.
     */
    private boolean isOfOtherWork(Scene first, Scene second, int word) {
        int from = Math.max(first.amount().to(), second.sentence().from());
        int modal = tokens.find(from, word, Tag.MODAL);
        boolean toCome = modal >= 0 && tokens.has(modal, word, Tag.WORK);
        boolean called = tokens.is(word, Tag.CALL);
        return toCome || (called && (hasDone(from, word) || isOfOtherThing(first, second, word)));
    }

    /** "I make it nine hours": what the author adds up. */
    private boolean isSum(int word) {
        return tokens.phrase(word).has(Tag.CORRECTION) && tokens.is(word - 1, Tag.SELF) && tokens.is(word + 1, Tag.IT);
    }

    /** "The arbitrator wants another bundle, call it three hours": behind a thing of its own, which so many hours are of. */
    private boolean isOfOtherThing(Scene first, Scene second, int word) {
        int from = second.sentence().from();
        double part = (double) second.amount().minutes() / first.amount().minutes();
        boolean other = part > MOST_MORE || part < LEAST_PART;
        int words = 0;
        for (int i = from; i < word; i++) {
            words += tokens.isWord(i) ? 1 : 0;
        }
        return other && words > FEW_WORDS && !tokens.has(from, word, Tag.CORRECTION);
    }

    private boolean hasDone(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Tag.PAST) && !tokens.isAny(i, Tag.BE, Tag.HAVE, Tag.BOOKED)) {
                return true;
            }
        }
        return false;
    }

    /** What is charged of work is as sure as that work, whatever its own clause looks like. */
    private static void charge(Testimony worked, Testimony charged) {
        if (worked.scene().amount().minutes() == charged.scene().amount().minutes()) {
            charged.seen().add(Evidence.SAID_BEFORE);
            if (Collections.disjoint(worked.seen(), NOT_WORKED)) {
                worked.seen().add(Evidence.BILLING_INSTRUCTION);
            }
        } else {
            charged.seen().removeAll(OF_SOMEBODY);
            charged.seen().remove(Evidence.REQUEST_TO_OTHERS);
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
        boolean alike = Restatements.isOfOneVerb(old, current);
        current.seen().addAll(old.seen());
        if (!alike) {
            current.seen().removeAll(TALK);
            current.seen().add(Evidence.CORRECTED_FIGURE);
        }
        old.seen().add(Evidence.REPLACED_FIGURE);
    }
}
