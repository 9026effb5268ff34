package io.tenth.extraction.internal.model;

import io.tenth.extraction.internal.clause.Testimony;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What each feature of an amount counts towards each outcome, in log-odds: learnt from labelled mail, and read from a file
 * with a feature a line. Its weights stand first, one for each outcome, parted by commas.
 */
public final class LinearModel {

    /** The feature that every amount has. */
    public static final String ALWAYS = "always";

    /**
     * A feature and what it counts.
     *
     * @param name its name in the file
     * @param weights one for each outcome
     */
    public record Part(String name, List<Double> weights) {

        static Part parse(String line) {
            int blank = line.indexOf(' ');
            List<Double> weights = new ArrayList<>();
            for (String weight : line.substring(0, blank).split(",", -1)) {
                weights.add(Double.valueOf(weight));
            }
            return new Part(line.substring(blank + 1), weights);
        }
    }

    private final int outcomes;
    private final long[] keys;
    private final Part[] parts;

    private LinearModel(List<Part> listed) {
        outcomes = listed.getFirst().weights().size();
        int slots = Integer.highestOneBit(Math.max(8, listed.size())) * 4;
        keys = new long[slots];
        parts = new Part[slots];
        for (Part part : listed) {
            var hash = new Hash();
            hash.put(part.name());
            int slot = slot(hash.value);
            keys[slot] = hash.value;
            parts[slot] = part;
        }
    }

    public static LinearModel of(List<Part> parts) {
        return new LinearModel(parts);
    }

    /** Reads the model {@code resource} beside this class. */
    public static LinearModel read(String resource) {
        InputStream file = Objects.requireNonNull(LinearModel.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new LinearModel(lines.lines().map(Part::parse).toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The log-odds of each outcome.
     *
     * @param more names of features beside those that {@link Features} finds
     */
    public double[] weigh(Testimony testimony, String... more) {
        return sum(testimony, more).totals;
    }

    /** The features that were found and that the model knows, in no order. */
    public List<Part> parts(Testimony testimony, String... more) {
        return sum(testimony, more).counted.stream()
                .mapToObj(slot -> parts[slot])
                .toList();
    }

    private Sum sum(Testimony testimony, String... more) {
        var sum = new Sum();
        Features.of(testimony, sum);
        for (String name : more) {
            sum.put(name).end();
        }
        return sum;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** FNV-1a over the letters of a name. */
    private static class Hash implements Features.Spelling {

        private static final long OFFSET = 0xcbf29ce484222325L;
        private static final long PRIME = 0x100000001b3L;

        long value = OFFSET;

        @Override
        public void put(char letter) {
            value = (value ^ letter) * PRIME;
        }

        @Override
        public void end() {
            value = OFFSET;
        }
    }

    /** Adds up the weights of the features that are spelt; one that comes twice counts once. */
    private final class Sum extends Hash {

        private final double[] totals = new double[outcomes];
        private final BitSet counted = new BitSet(keys.length);

        private Sum() {
            put(ALWAYS);
            end();
        }

        @Override
        public void end() {
            int slot = slot(value);
            if (keys[slot] == value && !counted.get(slot)) {
                counted.set(slot);
                for (int i = 0; i < outcomes; i++) {
                    totals[i] += parts[slot].weights().get(i);
                }
            }
            super.end();
        }
    }
}
