package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks around the sentence: at the heading above it and at the subject of the message. */
final class ContextWitness implements Witness {

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens subject = scene.page().subject();
        if (subject.has(0, subject.size(), Tag.REPORT)) {
            seen.add(Evidence.TIME_REPORT_MESSAGE);
        }
        if (subject.has(0, subject.size(), Tag.ESTIMATE)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        }
        Range heading = new Headings(scene.page()).above(scene);
        if (!heading.isEmpty()) {
            heading(scene.tokens(), heading, seen);
        }
    }

    private static void heading(Tokens tokens, Range heading, Set<Evidence> seen) {
        if (tokens.has(heading.from(), heading.to(), Tag.ESTIMATE)
                || tokens.has(heading.from(), heading.to(), Tag.MODAL)) {
            seen.add(Evidence.ESTIMATE_OR_PLAN);
        } else if (tokens.has(heading.from(), heading.to(), Tag.NEGATION)) {
            seen.add(Evidence.NOT_DONE);
        } else if (tokens.has(heading.from(), heading.to(), Tag.LIMIT)
                || tokens.has(heading.from(), heading.to(), Tag.HABIT)) {
            seen.add(Evidence.ALLOWANCE_OR_BUDGET);
        } else {
            seen.add(Evidence.UNDER_A_TIME_HEADING);
        }
    }
}
