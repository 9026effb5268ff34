package io.tenth.extraction.internal.score;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import io.tenth.extraction.ExaminedAmount.Reason;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.model.Features;
import io.tenth.extraction.internal.model.Features.Place;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.model.LinearModel.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Puts the features of a verdict into words that a person can read.
 *
 * <p>Evidence keeps its stable name. What else is weighed is said in the words of {@link FeatureWords}; features that read
 * alike are one reason.
 */
final class Reasons {

    /** More of them would hide the ones that decided. */
    private static final int MOST = 12;

    private static final Comparator<Reason> WEIGHTIEST_FIRST = Comparator.comparingDouble(
                    (Reason reason) -> -Math.abs(reason.weight()))
            .thenComparing(Reason::name);

    private final Scene scene;

    private Reasons(Scene scene) {
        this.scene = scene;
    }

    /** The weightiest first; what is left of them is summed up at the end. */
    static List<Reason> of(Scene scene, List<Part> parts) {
        var words = new Reasons(scene);
        Map<String, Double> weights = parts.stream()
                .collect(groupingBy(
                        part -> words.of(part.name()),
                        summingDouble(part -> part.weights().getFirst())));
        List<Reason> all = weights.entrySet().stream()
                .map(reason -> new Reason(reason.getKey(), reason.getValue()))
                .sorted(WEIGHTIEST_FIRST)
                .toList();
        if (all.size() <= MOST) {
            return all;
        }
        List<Reason> reasons = new ArrayList<>(all.subList(0, MOST));
        double rest = all.stream().skip(MOST).mapToDouble(Reason::weight).sum();
        reasons.add(new Reason("smaller ones together", rest));
        return reasons;
    }

    private String of(String feature) {
        int both = feature.indexOf(LinearModel.TOGETHER);
        if (both >= 0) {
            return of(feature.substring(0, both)) + " and "
                    + of(feature.substring(both + LinearModel.TOGETHER.length()));
        }
        String[] parts = feature.split(" ", 4);
        return switch (parts[0]) {
            case "evidence" -> feature.substring(Features.EVIDENCE.length());
            case "word" -> words(parts[3]) + ' ' + FeatureWords.of(Place.valueOf(parts[2]));
            case "role" -> FeatureWords.of("role " + parts[2]) + ' ' + FeatureWords.of(Place.valueOf(parts[1]));
            default -> FeatureWords.of(feature);
        };
    }

    /** One word, or two that follow each other. */
    private String words(String stems) {
        int between = stems.indexOf(' ');
        return between < 0
                ? word(stems)
                : word(stems.substring(0, between)) + " then " + word(stems.substring(between + 1));
    }

    private String word(String stem) {
        return stem.startsWith("@") ? FeatureWords.of("word " + stem) : '"' + new Stem(stem).spelledOut(scene) + '"';
    }
}
