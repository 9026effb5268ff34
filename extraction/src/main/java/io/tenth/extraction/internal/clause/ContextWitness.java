package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Looks around the sentence: at the heading above it and at the subject of the message. */
final class ContextWitness implements Witness {

    /** What the words of a heading say of the lines below it; the first that fits holds. */
    private static final Tag[] TIED_TO = {Tag.ONCE, Tag.CONDITION, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT};

    private static final List<Sign> SIGNS = List.of(
            new Sign(Evidence.UNDER_A_TIME_HEADING, Set.of(Tag.BILL, Tag.REQUEST)),
            new Sign(Evidence.ESTIMATE_OR_PLAN, Set.of(Tag.ESTIMATE)),
            new Sign(Evidence.ESTIMATE_OR_PLAN, Set.of(Tag.NEXT)),
            new Sign(Evidence.DAY_TO_COME, Set.of(Tag.TOMORROW)),
            new Sign(Evidence.NOT_DONE, Set.of(Tag.NEGATION, Tag.PAST)),
            new Sign(Evidence.NOT_DONE, Set.of(Tag.NEGATION, Tag.WORK)),
            new Sign(Evidence.ALLOWANCE_OR_BUDGET, Set.of(Tag.LIMIT)),
            new Sign(Evidence.ALLOWANCE_OR_BUDGET, Set.of(Tag.HABIT)),
            new Sign(Evidence.OUTAGE_OR_WAITING, Set.of(Tag.OUTAGE)),
            new Sign(Evidence.UNDER_A_TIME_HEADING, Set.of(Tag.REPORT)),
            new Sign(Evidence.UNDER_A_TIME_HEADING, Set.of(Tag.DATE_WORD)));

    /**
     * What a heading says that has a word of each role.
     *
     * @param evidence what it says
     * @param tags the roles
     */
    private record Sign(Evidence evidence, Set<Tag> tags) {}

    /** What says that it happened, whatever the message is about. */
    private static final Set<Evidence> DONE = EnumSet.of(
            Evidence.AUTHOR_DID_IT, Evidence.PAST_TENSE_WORK, Evidence.WORK_TOOK_THIS_LONG, Evidence.PAST_DAY_NAMED);

    /** What a verb of the past says of the amount, whichever days stand around it. */
    private static final Set<Evidence> TOLD =
            EnumSet.of(Evidence.AUTHOR_DID_IT, Evidence.PAST_TENSE_WORK, Evidence.WORK_TOOK_THIS_LONG);

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens subject = scene.page().subject();
        if (subject.has(0, subject.size(), Tag.REPORT)) {
            seen.add(Evidence.TIME_REPORT_MESSAGE);
        }
        if (isOffer(subject) && Collections.disjoint(seen, DONE)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        }
        if (Collections.disjoint(seen, TOLD) && isToCome(subject)) {
            seen.add(Evidence.DAY_TO_COME);
        }
        Range heading = new Headings(scene.page()).above(scene);
        if (!heading.isEmpty() && !isInvitation(scene, heading)) {
            heading(scene.tokens(), heading, seen);
        }
    }

    private static boolean isOffer(Tokens subject) {
        return subject.has(0, subject.size(), Tag.OFFER) && !subject.has(0, subject.size(), Tag.ACTUAL);
    }

    /**
     * "next week", "rota for tomorrow": a message about days that had not been when it was sent; one about the hearing of next week may
     * tell how it was prepared.
     */
    private static boolean isToCome(Tokens subject) {
        if (subject.has(0, subject.size(), Tag.WORK)) {
            return false;
        }
        for (int i = 0; i < subject.size(); i++) {
            boolean next = subject.is(i, Tag.NEXT) && (isSpan(subject, i - 1) || isSpan(subject, i + 1));
            if (next || (subject.is(i, Tag.TOMORROW) && !subject.isAny(i, Tag.TODAY, Tag.GREETING))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpan(Tokens tokens, int i) {
        return tokens.isAny(i, Tag.WEEK, Tag.MONTH_WORD, Tag.WEEKDAY, Tag.PERIOD);
    }

    /** "Time: 2:30 pm - 4:30 pm": one word before the colon says when something will be, and heads no report. */
    private static boolean isInvitation(Scene scene, Range heading) {
        return scene.amount().is(Kind.CLOCK) && heading.to() - heading.from() == 1;
    }

    private static void heading(Tokens tokens, Range heading, Set<Evidence> seen) {
        if (isPlan(tokens, heading) || isToBeDone(tokens, heading)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
            return;
        }
        boolean own = isOwnTime(tokens, heading);
        for (Sign sign : SIGNS) {
            boolean told = own || seen.contains(Evidence.AUTHOR_DID_IT);
            if (isSaid(sign, tokens, heading) && !(told && sign.tags().contains(Tag.ESTIMATE))) {
                seen.add(sign.evidence());
                return;
            }
        }
        if (!own && hasModal(tokens, heading)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        }
    }

    /** "Plan for Friday", "My plan", "To do": the word leads the heading, which is of no hours; not "Site plan", "Plan, hours". */
    private static boolean isPlan(Tokens tokens, Range heading) {
        int first = heading.from();
        while (first < heading.to() && (!tokens.isWord(first) || tokens.isAny(first, Tag.MINE, Tag.THE))) {
            first++;
        }
        int next = first + 1;
        boolean alone = next >= heading.to()
                || tokens.isAny(next, Tag.NEXT, Tag.DATE_WORD, Tag.PLAN)
                || (tokens.is(next, Tag.PREPOSITION) && !tokens.is(next, Tag.OF));
        return first < heading.to() && tokens.is(first, Tag.PLAN) && alone && !tokens.has(heading, Tag.REPORT);
    }

    /** "Still to be reviewed:", "Yet to be filed"; not "to be billed:", "not to be confused with". */
    private static boolean isToBeDone(Tokens tokens, Range heading) {
        for (int i = heading.from(); i < heading.to() - 2; i++) {
            boolean infinitive = tokens.is(i, Tag.TO) && tokens.is(i + 1, Tag.BE) && !tokens.is(i - 1, Tag.NEGATION);
            if (infinitive && tokens.isAny(i + 2, Tag.PAST, Tag.FINISH) && !isToBeBilled(tokens, i + 2, heading.to())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSaid(Sign sign, Tokens tokens, Range heading) {
        return sign.tags().stream().allMatch(tag -> tokens.has(heading, tag))
                && (sign.evidence() != Evidence.NOT_DONE || isUndone(tokens, heading))
                && (!sign.tags().contains(Tag.REPORT) || !isOfTimeTaken(tokens, heading));
    }

    /** "What will take the time is the annex:" heads no report of time. */
    private static boolean isOfTimeTaken(Tokens tokens, Range heading) {
        int time = tokens.find(heading.from(), heading.to(), Tag.REPORT);
        return tokens.is(time - 1, Tag.THE) && tokens.is(time - 2, Tag.TAKE);
    }

    /** "As promised, my hours for March": time that the author has is told, whatever was promised. */
    private static boolean isOwnTime(Tokens tokens, Range heading) {
        for (int i = heading.from(); i < heading.to(); i++) {
            if (tokens.is(i, Tag.MINE) && tokens.is(i + 1, Tag.REPORT)) {
                return isSureOf(tokens, heading, i);
            }
        }
        return false;
    }

    /** Whether what is promised stands in a part of its own before the hours, and what can be in one behind them. */
    private static boolean isSureOf(Tokens tokens, Range heading, int hours) {
        boolean parted = false;
        for (int i = heading.from(); i < heading.to(); i++) {
            parted |= tokens.isMark(i, ',') || tokens.isAny(i, Tag.SO, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT);
            boolean unsure = tokens.is(i, Tag.ESTIMATE) || Predicates.isModal(tokens, i);
            if (unsure && (i < hours ? !hasComma(tokens, i, hours) : !parted || tokens.is(i, Tag.ESTIMATE))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasComma(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isMark(i, ',')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfCharge(Tokens tokens, int i) {
        return tokens.is(i, Tag.BILLED);
    }

    /** "to be billed:" is of work done; "to be billed once drafted:" is not. */
    private static boolean isToBeBilled(Tokens tokens, int verb, int to) {
        for (int i = verb + 1; i < to; i++) {
            if (tokens.isAny(i, TIED_TO)) {
                return false;
            }
        }
        return isOfCharge(tokens, verb);
    }

    /**
     * "Not started:", "didn't get to:", "not reviewed yet:"; not "not as much as I wanted:", "the file was not clean:", "not yet
     * billed:".
     */
    private static boolean isUndone(Tokens tokens, Range heading) {
        for (int i = heading.from(); i < heading.to(); i++) {
            if (tokens.is(i, Tag.NEGATION)) {
                int next = i + 1;
                while (tokens.isAny(next, Tag.ADVERB, Tag.BE, Tag.HAVE) && next < heading.to()) {
                    next++;
                }
                boolean verb = tokens.isAny(next, Tag.PAST, Tag.WORK, Tag.START, Tag.FINISH);
                boolean auxiliary = tokens.is(i, Tag.FINITE) && !tokens.is(next, Tag.GERUND);
                if (next < heading.to() && (verb || auxiliary) && !isOfCharge(tokens, next)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Not "in English so that Greg can read it:", "as you will ask:", which say what the lines are told for, nor "I'll spell it for you:".
     */
    private static boolean hasModal(Tokens tokens, Range heading) {
        if (tokens.has(heading, Tag.RESTATED)) {
            return false;
        }
        for (int i = heading.from(); i < heading.to(); i++) {
            if (tokens.is(i, Tag.SO) && i > heading.from()) {
                return false;
            }
            if (Predicates.isModal(tokens, i)) {
                return true;
            }
        }
        return false;
    }
}
