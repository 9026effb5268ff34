package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Two amounts of one statement: {@code from 9 to 11:30 and again 2 to 3:15}. What is seen of the first holds for the second. */
final class Coordination {

    private static final Set<Evidence> PLANS = EnumSet.of(
            Evidence.MODAL_VERB,
            Evidence.DAY_TO_COME,
            Evidence.ESTIMATE_OR_PLAN,
            Evidence.CONDITIONAL,
            Evidence.AMONG_PLANS);

    /** What else is said of a verb, and so of all amounts that it governs. */
    private static final Set<Evidence> DENIALS = EnumSet.of(Evidence.WITHDRAWN, Evidence.TOLD_FOR_COMPARISON);

    private final Tokens tokens;
    private final Headings headings;

    Coordination(Page page) {
        this.tokens = page.tokens();
        this.headings = new Headings(page);
    }

    void compare(List<Testimony> all) {
        for (int i = 0; i + 1 < all.size(); i++) {
            plans(all.get(i), all.get(i + 1));
            Scene first = all.get(i).scene();
            Scene second = all.get(i + 1).scene();
            boolean ranges = first.amount().is(Kind.CLOCK) && second.amount().is(Kind.CLOCK);
            if (ranges && areJoined(first.amount().to(), second.amount().from())) {
                all.get(i + 1).seen().addAll(all.get(i).seen());
            } else if (all.get(i).seen().contains(Evidence.LINE_OF_A_TIME_REPORT) && isNextItem(first, second)) {
                all.get(i + 1).seen().add(Evidence.LINE_OF_A_TIME_REPORT);
            }
            if (isElliptic(all.get(i), all.get(i + 1))) {
                all.get(i + 1).seen().add(Evidence.AUTHOR_DID_IT);
            }
        }
    }

    private void plans(Testimony first, Testimony second) {
        if (isPlan(first) && isSameList(first.scene(), second.scene())) {
            second.seen().add(Evidence.AMONG_PLANS);
        }
        if (isSameVerb(first.scene(), second.scene())) {
            Stream.concat(PLANS.stream(), DENIALS.stream())
                    .filter(first.seen()::contains)
                    .forEach(second.seen()::add);
        }
    }

    /** "I worked 3.5 hours on Wednesday and 1 hour today": the second has no verb and shares the first one. */
    private boolean isElliptic(Testimony first, Testimony second) {
        Scene scene = second.scene();
        boolean joined = tokens.is(scene.clause().from(), Tag.AND)
                && first.scene().sentence().equals(scene.sentence());
        return joined
                && first.seen().contains(Evidence.AUTHOR_DID_IT)
                && !scene.predicate().hasVerb()
                && !second.seen().contains(Evidence.SOMEBODY_ELSE);
    }

    private static boolean isPlan(Testimony first) {
        return !Collections.disjoint(first.seen(), PLANS);
    }

    /** Two items under one heading: what is planned beside plans is likely planned as well. */
    private boolean isSameList(Scene first, Scene second) {
        Range heading = headings.above(second);
        return !heading.isEmpty()
                && heading.equals(headings.above(first))
                && !first.sentence().equals(second.sentence());
    }

    /** "we had reserved 3 h for the rig and a further 2 h for the report": one verb governs both. */
    private boolean isSameVerb(Scene first, Scene second) {
        int verb = first.predicate().verb();
        int joint = tokens.find(first.amount().to(), second.amount().from(), Tag.AND);
        return verb >= 0
                && verb == second.predicate().verb()
                && verb < first.amount().from()
                && joint >= 0
                && !tokens.has(joint, second.amount().from(), Tag.PAST);
    }

    /** "two tenths returning her call, four tenths with the trustee": the second item of one line. */
    private boolean isNextItem(Scene first, Scene second) {
        int joint = second.amount().from() - 1;
        boolean joined = tokens.isMark(joint, ',') || tokens.isAny(joint, Tag.AND, Tag.ADVERB);
        return joined
                && first.sentence().equals(second.sentence())
                && tokens.isAny(second.amount().to(), Tag.PREPOSITION, Tag.GERUND, Tag.WORK);
    }

    private boolean areJoined(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.isAny(i, Tag.AND, Tag.ADVERB, Tag.FROM) && !tokens.isMark(i, ',')) {
                return false;
            }
        }
        return true;
    }
}
