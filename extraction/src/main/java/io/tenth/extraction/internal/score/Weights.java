package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Evidence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How much each piece of evidence counts, as {@code weights.txt} beside this class lists it. */
final class Weights {

    private static final String RESOURCE = "weights.txt";
    private static final Weights WEIGHTS = read();

    private final double prior;
    private final Map<Evidence, Double> weights = new EnumMap<>(Evidence.class);

    private Weights(Map<String, Double> listed) {
        prior = listed.getOrDefault("prior", 0d);
        for (Evidence evidence : Evidence.values()) {
            weights.put(evidence, listed.getOrDefault(evidence.reason(), 0d));
        }
    }

    /** What one piece of evidence counts; 0 if it is not listed. */
    static double of(Evidence evidence) {
        return WEIGHTS.weights.getOrDefault(evidence, 0d);
    }

    /** What all of it counts together with the prior. */
    static double sum(Set<Evidence> seen) {
        return WEIGHTS.prior + seen.stream().mapToDouble(Weights::of).sum();
    }

    private static Weights read() {
        InputStream file = Objects.requireNonNull(Weights.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Double> listed = new HashMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.strip().split(" ", 2)))
                    .forEach(parts -> listed.put(parts.getFirst(), Double.valueOf(parts.getLast())));
            return new Weights(listed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
