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

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens subject = scene.page().subject();
        if (subject.has(0, subject.size(), Tag.REPORT)) {
            seen.add(Evidence.TIME_REPORT_MESSAGE);
        }
        if (subject.has(0, subject.size(), Tag.OFFER) && Collections.disjoint(seen, DONE)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        }
        Range heading = new Headings(scene.page()).above(scene);
        if (!heading.isEmpty() && !isInvitation(scene, heading)) {
            heading(scene.tokens(), heading, seen);
        }
    }

    /** "Time: 2:30 pm - 4:30 pm": one word before the colon says when something will be, and heads no report. */
    private static boolean isInvitation(Scene scene, Range heading) {
        return scene.amount().is(Kind.CLOCK) && heading.to() - heading.from() == 1;
    }

    private static void heading(Tokens tokens, Range heading, Set<Evidence> seen) {
        for (Sign sign : SIGNS) {
            if (sign.tags().stream().allMatch(tag -> tokens.has(heading, tag))) {
                seen.add(sign.evidence());
                return;
            }
        }
        if (hasModal(tokens, heading)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        }
    }

    private static boolean hasModal(Tokens tokens, Range heading) {
        for (int i = heading.from(); i < heading.to(); i++) {
            if (Predicates.isModal(tokens, i)) {
                return true;
            }
        }
        return false;
    }
}
