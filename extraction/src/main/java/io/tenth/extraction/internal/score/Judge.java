package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.model.Features;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.model.LinearModel.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Weighs the evidence of each amount, after comparing it with the amounts taken before it. */
public final class Judge {

    private static final LinearModel MODEL = LinearModel.read("work.model");

    /** From here on an amount is rather an entry than none. */
    private static final double LIKELY = 0.5;

    private Judge() {}

    public static List<Verdict> judge(List<Testimony> testimonies) {
        List<Verdict> verdicts = new ArrayList<>();
        inOrder(testimonies, testimony -> {
            double confidence = confidence(testimony);
            if (confidence >= LIKELY) {
                verdicts.add(new Verdict(testimony, confidence, reasons(testimony)));
            }
            return confidence >= LIKELY;
        });
        return verdicts;
    }

    /** The same with the amounts that are not taken, and with everything that was weighed. */
    public static List<Opinion> explain(List<Testimony> testimonies) {
        List<Opinion> opinions = new ArrayList<>();
        inOrder(testimonies, testimony -> {
            double confidence = confidence(testimony);
            List<Part> parts = MODEL.parts(testimony, List.of());
            opinions.add(
                    new Opinion(testimony, confidence >= LIKELY, confidence, Reasons.of(testimony.scene(), parts)));
            return confidence >= LIKELY;
        });
        return opinions;
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

    /** How likely an amount is an entry, the same to the last digit on every machine. */
    private static double confidence(Testimony testimony) {
        double odds = MODEL.weigh(testimony, List.of())[0];
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** The evidence that spoke for it, strongest first. */
    private static List<String> reasons(Testimony testimony) {
        return MODEL.parts(testimony, List.of()).stream()
                .filter(part -> part.name().startsWith(Features.EVIDENCE)
                        && part.weights().getFirst() > 0)
                .sorted(Comparator.comparingDouble(part -> -part.weights().getFirst()))
                .map(part -> part.name().substring(Features.EVIDENCE.length()))
                .toList();
    }
}
