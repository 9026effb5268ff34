package io.tenth.extraction.internal.model;

import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.model.Features.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

        /** Reads a line of a file. */
        public static Part parse(String line) {
            int blank = line.indexOf(' ');
            List<Double> weights = new ArrayList<>();
            for (String weight : line.substring(0, blank).split(",", -1)) {
                weights.add(Double.valueOf(weight));
            }
            return new Part(line.substring(blank + 1), weights);
        }
    }

    /** No slot: the model does not know the feature. */
    private static final int NOWHERE = -1;

    private final int outcomes;
    private final long[] keys;
    private final Part[] parts;
    private final double[][] weights;
    private final Map<Place, int[]> roles = new EnumMap<>(Place.class);

    private LinearModel(List<Part> listed) {
        outcomes = listed.getFirst().weights().size();
        int slots = Integer.highestOneBit(Math.max(8, listed.size())) * 4;
        keys = new long[slots];
        parts = new Part[slots];
        weights = new double[slots][];
        for (Part part : listed) {
            var hash = new Hash();
            hash.put(part.name());
            int slot = slot(hash.value);
            keys[slot] = hash.value;
            parts[slot] = part;
            weights[slot] =
                    part.weights().stream().mapToDouble(Double::doubleValue).toArray();
        }
        for (Place place : Place.values()) {
            roles.put(place, slots(place));
        }
    }

    /** Where the roles are listed that a word in this place can have, in the order of the roles. */
    private int[] slots(Place place) {
        return Arrays.stream(Tag.values())
                .mapToInt(tag -> {
                    var hash = new Hash();
                    hash.put("role ").put(place.name()).put(" ").put(tag.name());
                    return known(hash.value);
                })
                .toArray();
    }

    private int known(long key) {
        int slot = slot(key);
        return keys[slot] == key ? slot : NOWHERE;
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
    public double[] weigh(Testimony testimony, List<String> more) {
        return sum(testimony, more).totals;
    }

    /** The log-odds of each outcome for what has the named features. */
    public double[] weigh(Iterable<String> features) {
        var sum = new Sum();
        for (String name : features) {
            sum.put(name).end();
        }
        return sum.totals;
    }

    /** The features that were found and that the model knows, in no order. */
    public List<Part> parts(Testimony testimony, List<String> more) {
        return sum(testimony, more).counted.stream()
                .mapToObj(slot -> parts[slot])
                .toList();
    }

    private Sum sum(Testimony testimony, List<String> more) {
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
        private final Map<Place, Long> beginnings = new EnumMap<>(Place.class);

        private Sum() {
            put(ALWAYS);
            end();
        }

        @Override
        public void end() {
            count(known(value));
            super.end();
        }

        @Override
        @SuppressWarnings("EnumOrdinal") // The slots of the roles are an array in this very order.
        public void role(Place place, Tag tag) {
            count(Objects.requireNonNull(roles.get(place))[tag.ordinal()]);
        }

        /** All words of an amount are of one language. */
        @Override
        public void word(String language, Place place) {
            Long beginning = beginnings.get(place);
            if (beginning == null) {
                super.word(language, place);
                beginnings.put(place, value);
            } else {
                value = beginning;
            }
        }

        private void count(int slot) {
            if (slot != NOWHERE && !counted.get(slot)) {
                counted.set(slot);
                for (int i = 0; i < outcomes; i++) {
                    totals[i] += weights[slot][i];
                }
            }
        }
    }
}
