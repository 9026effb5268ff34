package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Evidence;
import io.tenth.extraction.internal.clause.Testimony;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Weighs the evidence of each amount, and strikes what sums up or repeats an amount already taken. */
public final class Judge {

    /** The weights rank well but are too modest close to the line: what is taken at all is seldom wrong. */
    private static final double SHIFT = 1.6;

    private static final double STRETCH = 0.5;

    private Judge() {}

    public static List<Verdict> judge(List<Testimony> testimonies) {
        var ledger = new Ledger();
        List<Verdict> verdicts = new ArrayList<>();
        for (Testimony testimony : testimonies) {
            if (Weights.sum(testimony.seen()) >= 0) {
                ledger.compare(testimony);
            }
            double odds = Weights.sum(testimony.seen());
            if (odds >= 0) {
                ledger.take(testimony);
                verdicts.add(new Verdict(testimony, confidence(odds), reasons(testimony)));
            }
        }
        return verdicts;
    }

    private static double confidence(double odds) {
        return 1 / (1 + Math.exp(-(SHIFT + STRETCH * odds)));
    }

    private static List<String> reasons(Testimony testimony) {
        return testimony.seen().stream()
                .filter(evidence -> Weights.of(evidence) > 0)
                .sorted(Comparator.comparingDouble((Evidence evidence) -> -Weights.of(evidence)))
                .map(Evidence::reason)
                .toList();
    }
}
