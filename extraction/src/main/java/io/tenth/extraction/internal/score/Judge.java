package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.model.Features;
import io.tenth.extraction.internal.model.LinearModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Weighs the evidence of each amount, after comparing it with the amounts taken before it. */
public final class Judge {

    private static final LinearModel MODEL = LinearModel.read("work.model");

    private Judge() {}

    public static List<Verdict> judge(List<Testimony> testimonies) {
        List<Verdict> verdicts = new ArrayList<>();
        inOrder(testimonies, testimony -> {
            double odds = MODEL.weigh(testimony)[0];
            if (odds >= 0) {
                verdicts.add(new Verdict(testimony, confidence(odds), reasons(testimony)));
            }
            return odds >= 0;
        });
        return verdicts;
    }

    /** Asks about each amount in the order of the text; each is compared with those that were taken before it. */
    static void inOrder(List<Testimony> testimonies, Predicate<Testimony> taken) {
        var ledger = new Ledger();
        for (Testimony testimony : testimonies) {
            ledger.compare(testimony);
            if (taken.test(testimony)) {
                ledger.take(testimony);
            }
        }
    }

    private static double confidence(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    /** The evidence that spoke for it, strongest first. */
    private static List<String> reasons(Testimony testimony) {
        return MODEL.parts(testimony).stream()
                .filter(part -> part.name().startsWith(Features.EVIDENCE)
                        && part.weights().getFirst() > 0)
                .sorted(Comparator.comparingDouble(part -> -part.weights().getFirst()))
                .map(part -> part.name().substring(Features.EVIDENCE.length()))
                .toList();
    }
}
