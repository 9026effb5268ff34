package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.attribution.WorkKind;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.model.LinearModel.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fits a linear model to examples: multinomial logistic regression with a Gaussian prior on the weights, found by
 * accelerated gradient steps under a fixed bound of the curvature. The same examples give the same weights to the last
 * digit: nothing is drawn at random, and sums are taken in the order of the examples.
 */
public final class Trainer {

    private static final int ROUNDS = 150;

    /** A feature seen less often than this tells about one message and not about the language. */
    private static final int SELDOM = 2;

    /** The same for what there is much of: pairs of signs, and the words of a whole message. */
    private static final int RARE = 4;

    /** The same for two words beside each other. */
    private static final int SELDOM_TOGETHER = 3;

    /** A weight below this decides nothing and is left out. */
    private static final double SLIGHT = 0.02;

    /**
     * An example.
     *
     * @param features the names of what was found
     * @param outcome which outcome was right
     * @param worth how much it counts beside others
     * @param doubt how likely it is the first outcome after all
     */
    public record Example(Set<String> features, int outcome, double worth, double doubt) {}

    private final List<Example> examples;
    private final int outcomes;
    private final Map<String, Integer> places = new TreeMap<>();
    private final int[][] found;
    private final double[] strictness;
    private final double[] bound;
    private final double[][] prior;

    private Trainer(List<Example> examples, int outcomes, Map<String, Double> belief) {
        this.examples = examples;
        this.outcomes = outcomes;
        place();
        strictness = new double[places.size()];
        prior = new double[outcomes][places.size()];
        places.forEach((name, place) -> {
            strictness[place] = strictness(name);
            prior[0][place] = -belief.getOrDefault(name, 0d) / 2;
            prior[outcomes - 1][place] = belief.getOrDefault(name, 0d) / 2;
        });
        found = examples.stream()
                .map(example -> example.features().stream()
                        .filter(places::containsKey)
                        .mapToInt(places::get)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        bound = strictness.clone();
        for (int i = 0; i < found.length; i++) {
            for (int feature : found[i]) {
                bound[feature] += 0.5 * found[i].length * examples.get(i).worth();
            }
        }
    }

    /**
     * The weights of the features.
     *
     * @param belief what a feature is thought to count towards the last of two outcomes before any example is seen
     */
    public static List<Part> fit(List<Example> examples, int outcomes, Map<String, Double> belief) {
        var trainer = new Trainer(examples, outcomes, belief);
        return trainer.parts(trainer.weights());
    }

    private void place() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Example example : examples) {
            example.features().forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        counts.entrySet().removeIf(feature -> feature.getValue() < least(feature.getKey()));
        counts.keySet().forEach(name -> places.put(name, places.size()));
    }

    private static int least(String name) {
        if (isWide(name)) {
            return RARE;
        }
        return isPair(name) ? SELDOM_TOGETHER : SELDOM;
    }

    private static boolean isPair(String name) {
        return name.contains(" PAIR_");
    }

    /**
     * How strongly a weight is held to what is believed of it: a role more than a word, a word more than a piece of
     * evidence, and what stands far from the amount more than what stands beside it. That some name stands around says next
     * to nothing, though in labelled sentences it is mostly that of a client. The words of the work are held least, those near it a
     * little more: which kind it was, little else tells. Two words together are as good as one in English, of which there is ten times as
     * much mail, and elsewhere held fast.
     */
    private static double strictness(String name) {
        if (name.equals(LinearModel.ALWAYS) || name.equals(LabelledAmount.SENTENCE)) {
            return 0.01;
        }
        if (name.startsWith(WorkKind.FEATURE)) {
            return isNearby(name) ? 3 : 1;
        }
        if (isWide(name)) {
            return name.contains(LinearModel.TOGETHER) ? 15 : 40;
        }
        boolean role = name.startsWith("role ") || name.startsWith(LabelledAmount.SENTENCE + " role ");
        return role || name.startsWith("word ") ? strictness(name, role) : 2;
    }

    private static double strictness(String word, boolean role) {
        boolean far = word.contains(" SUBJECT ") || word.contains(" REST_OF_SENTENCE ");
        if (far || isAnyNameAround(word)) {
            return 40;
        }
        if (isPair(word) && !word.startsWith("word en ")) {
            return 15;
        }
        return role ? 8 : 4;
    }

    private static boolean isNearby(String name) {
        return name.contains(WorkKind.AROUND) || name.contains(WorkKind.SUBJECT);
    }

    private static boolean isWide(String name) {
        return name.contains(LinearModel.TOGETHER) || name.contains(LabelledAmount.OF_MESSAGE);
    }

    private static boolean isAnyNameAround(String name) {
        return name.endsWith(" AFTER @name") || name.endsWith(" BEFORE @name");
    }

    private double[][] weights() {
        double[][] weights = prior;
        double[][] before = prior;
        double pace = 1;
        for (int round = 0; round < ROUNDS; round++) {
            double next = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
            double[][] ahead = ahead(weights, before, (pace - 1) / next);
            before = weights;
            weights = step(ahead);
            pace = next;
        }
        return weights;
    }

    private static double[][] ahead(double[][] weights, double[][] before, double momentum) {
        double[][] ahead = new double[weights.length][];
        for (int outcome = 0; outcome < weights.length; outcome++) {
            ahead[outcome] = weights[outcome].clone();
            for (int i = 0; i < ahead[outcome].length; i++) {
                ahead[outcome][i] += momentum * (weights[outcome][i] - before[outcome][i]);
            }
        }
        return ahead;
    }

    private double[][] step(double[][] from) {
        double[][] slope = slope(from);
        double[][] to = new double[outcomes][places.size()];
        for (int outcome = 0; outcome < outcomes; outcome++) {
            for (int i = 0; i < bound.length; i++) {
                double away = from[outcome][i] - prior[outcome][i];
                to[outcome][i] = from[outcome][i] - (slope[outcome][i] + strictness[i] * away) / bound[i];
            }
        }
        return to;
    }

    private double[][] slope(double[][] weights) {
        double[][] slope = new double[outcomes][places.size()];
        for (int i = 0; i < found.length; i++) {
            double[] chances = chances(weights, found[i]);
            chances[examples.get(i).outcome()] -= 1 - examples.get(i).doubt();
            chances[0] -= examples.get(i).doubt();
            for (int outcome = 0; outcome < outcomes; outcome++) {
                double pull = chances[outcome] * examples.get(i).worth();
                for (int feature : found[i]) {
                    slope[outcome][feature] += pull;
                }
            }
        }
        return slope;
    }

    private static double[] chances(double[][] weights, int[] features) {
        double[] chances = new double[weights.length];
        for (int outcome = 0; outcome < weights.length; outcome++) {
            double sum = 0;
            for (int feature : features) {
                sum += weights[outcome][feature];
            }
            chances[outcome] = StrictMath.exp(Math.clamp(sum, -30, 30));
        }
        double all = Arrays.stream(chances).sum();
        return Arrays.stream(chances).map(chance -> chance / all).toArray();
    }

    private List<Part> parts(double[][] weights) {
        List<Part> parts = new ArrayList<>();
        places.forEach((name, place) -> {
            List<Double> listed = new ArrayList<>();
            for (int outcome = 0; outcome < outcomes; outcome++) {
                listed.add(Math.round(weights[outcome][place] * 1000) / 1000d);
            }
            if (listed.stream().anyMatch(weight -> Math.abs(weight) >= SLIGHT)) {
                parts.add(new Part(name, listed));
            }
        });
        return parts;
    }
}
