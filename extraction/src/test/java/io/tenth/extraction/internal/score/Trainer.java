package io.tenth.extraction.internal.score;

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
final class Trainer {

    private static final int ROUNDS = 300;

    /** A feature seen less often than this tells about one message and not about the language. */
    private static final int SELDOM = 2;

    /** A weight below this decides nothing and is left out. */
    private static final double SLIGHT = 0.02;

    /**
     * An example.
     *
     * @param features the names of what was found
     * @param outcome which outcome was right
     */
    record Example(Set<String> features, int outcome) {}

    private final List<Example> examples;
    private final int outcomes;
    private final Map<String, Integer> places = new TreeMap<>();
    private final int[][] found;
    private final double[] strictness;
    private final double[] bound;

    private Trainer(List<Example> examples, int outcomes) {
        this.examples = examples;
        this.outcomes = outcomes;
        place();
        strictness = new double[places.size()];
        places.forEach((name, place) -> strictness[place] = strictness(name));
        found = examples.stream()
                .map(example -> example.features().stream()
                        .filter(places::containsKey)
                        .mapToInt(places::get)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        bound = strictness.clone();
        for (int[] features : found) {
            for (int feature : features) {
                bound[feature] += 0.5 * features.length;
            }
        }
    }

    static List<Part> fit(List<Example> examples, int outcomes) {
        var trainer = new Trainer(examples, outcomes);
        return trainer.parts(trainer.weights());
    }

    private void place() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Example example : examples) {
            example.features().forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < SELDOM);
        counts.put(LinearModel.ALWAYS, examples.size());
        counts.keySet().forEach(name -> places.put(name, places.size()));
    }

    /** How strongly a weight is held near zero: a word more than a role, a role more than a piece of evidence. */
    private static double strictness(String name) {
        return name.startsWith("word ") ? 2 : name.startsWith("role ") ? 1 : 0.2;
    }

    private double[][] weights() {
        double[][] weights = new double[outcomes][places.size()];
        double[][] before = weights;
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
        double[][] slope = new double[outcomes][places.size()];
        for (int i = 0; i < found.length; i++) {
            double[] chances = chances(from, found[i]);
            chances[examples.get(i).outcome()] -= 1;
            for (int outcome = 0; outcome < outcomes; outcome++) {
                for (int feature : found[i]) {
                    slope[outcome][feature] += chances[outcome];
                }
            }
        }
        double[][] to = new double[outcomes][places.size()];
        for (int outcome = 0; outcome < outcomes; outcome++) {
            for (int i = 0; i < bound.length; i++) {
                double weight = from[outcome][i];
                to[outcome][i] = weight - (slope[outcome][i] + strictness[i] * weight) / bound[i];
            }
        }
        return to;
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
