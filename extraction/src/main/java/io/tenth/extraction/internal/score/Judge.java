package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Evidence;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.model.Features;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.model.LinearModel.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Weighs the evidence of each amount, after comparing it with the amounts taken before it. */
public final class Judge {

    private static final LinearModel MODEL = LinearModel.read("work.model");

    /** What speaks for an entry, strongest first. */
    private static final List<Evidence> CONVINCING = convincing();

    /** What leaves no doubt, however much the rest looks like work: the time is billed elsewhere, or not at all. */
    private static final Set<Evidence> NEVER_BILLED = EnumSet.of(
            Evidence.TOTAL_OF_LINES,
            Evidence.SAID_BEFORE,
            Evidence.REPLACED_FIGURE,
            Evidence.PART_OF_ANOTHER,
            Evidence.SOMEBODYS_ROW,
            Evidence.WITHDRAWN);

    /** From here on an amount is rather an entry than none. */
    public static final double LIKELY = 0.5;

    /**
     * How much surer of what it takes the model may be than its weights are, which are learnt with restraint: the most likely value over
     * mail that was left out of the learning.
     */
    private static final double SURER = 1.25;

    /** Log-odds of what is no entry beyond doubt. */
    private static final double DOUBTLESS = -4;

    private Judge() {}

    /**
     * The verdicts of at least some confidence, in the order of the text. Below {@link #LIKELY} an amount is not taken: later ones are
     * not compared with it.
     */
    public static List<Verdict> judge(List<Testimony> testimonies, double least) {
        List<Verdict> verdicts = new ArrayList<>();
        LinearModel.Sum message = message(testimonies);
        inOrder(testimonies, testimony -> {
            LinearModel.Sum sum = message.with(testimony);
            double confidence = confidence(testimony, sum);
            if (confidence >= least) {
                verdicts.add(new Verdict(testimony, confidence, reasons(testimony)));
            }
            return confidence >= LIKELY;
        });
        return verdicts;
    }

    /** The same with the amounts that are not taken, and with everything that was weighed. */
    public static List<Opinion> explain(List<Testimony> testimonies) {
        List<Opinion> opinions = new ArrayList<>();
        LinearModel.Sum message = message(testimonies);
        inOrder(testimonies, testimony -> {
            LinearModel.Sum sum = message.with(testimony);
            double confidence = confidence(testimony, sum);
            double scale = scale(odds(testimony, sum));
            List<Part> parts = sum.parts().map(part -> decisive(part, scale)).toList();
            opinions.add(
                    new Opinion(testimony, confidence >= LIKELY, confidence, Reasons.of(testimony.scene(), parts)));
            return confidence >= LIKELY;
        });
        return opinions;
    }

    private static LinearModel.Sum message(List<Testimony> testimonies) {
        return testimonies.isEmpty()
                ? MODEL.sum()
                : MODEL.sum(testimonies.getFirst().scene().page());
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

    /** The part with the weight that it has in the verdict, which is more than the learnt one where it decides alone. */
    private static Part decisive(Part part, double scale) {
        boolean alone =
                NEVER_BILLED.stream().anyMatch(evidence -> part.name().equals(Features.EVIDENCE + evidence.reason()));
        double weight = part.weights().getFirst();
        return new Part(part.name(), List.of(alone ? Math.min(weight, DOUBTLESS) : scale * weight));
    }

    /** How likely an amount is an entry, the same to the last digit on every machine. */
    private static double confidence(Testimony testimony, LinearModel.Sum sum) {
        double odds = odds(testimony, sum);
        return 1 / (1 + StrictMath.exp(-scale(odds) * odds));
    }

    private static double odds(Testimony testimony, LinearModel.Sum sum) {
        boolean never = !Collections.disjoint(testimony.seen(), NEVER_BILLED);
        return never ? Math.min(sum.odds()[0], DOUBTLESS) : sum.odds()[0];
    }

    private static double scale(double odds) {
        return odds > 0 ? SURER : 1;
    }

    /** The evidence that spoke for it, strongest first. */
    private static List<String> reasons(Testimony testimony) {
        List<String> reasons = new ArrayList<>();
        for (Evidence evidence : CONVINCING) {
            if (testimony.seen().contains(evidence)) {
                reasons.add(evidence.reason());
            }
        }
        return reasons;
    }

    private static List<Evidence> convincing() {
        Map<String, Evidence> evidence = Arrays.stream(Evidence.values())
                .collect(Collectors.toMap(seen -> Features.EVIDENCE + seen.reason(), Function.identity()));
        return MODEL.parts().stream()
                .filter(part ->
                        evidence.containsKey(part.name()) && part.weights().getFirst() > 0)
                .sorted(Comparator.comparingDouble(part -> -part.weights().getFirst()))
                .map(part -> evidence.get(part.name()))
                .toList();
    }
}
