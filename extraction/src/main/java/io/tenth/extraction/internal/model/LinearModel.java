package io.tenth.extraction.internal.model;

import io.tenth.extraction.internal.clause.Scene.Page;
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
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each feature of an amount counts towards each outcome, in log-odds: learnt from labelled mail, and read from a file
 * with a feature a line. Its weights stand first, one for each outcome, parted by commas.
 */
public final class LinearModel {

    /** Stands between the names of two features that count together. */
    public static final String TOGETHER = " & ";

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

    /** No part: the model does not know the feature. */
    private static final int NOWHERE = -1;

    private static final int PLACES = Place.values().length;

    private static final long[] NONE = {};

    /** Room for the marks that an amount mostly has. */
    private static final int MARKS = 16;

    /** Room for what is counted of little. */
    private static final int FEW = 32;

    /** Room for what is mostly counted of an amount. */
    private static final int MANY = 128;

    private final int outcomes;
    private final long[] keys;

    /** Which part each key stands for. */
    private final int[] numbers;

    private final Part[] parts;

    /** The weights of all parts in one row, those of a part side by side. */
    private final double[] weights;

    /** By place, the parts for the roles that a word in it can have, in the order of the roles. */
    private final int[][] roles;

    private LinearModel(List<Part> listed) {
        if (listed.size() > PartSet.MOST) {
            throw new IllegalArgumentException("a model has at most " + PartSet.MOST + " parts, not " + listed.size());
        }
        outcomes = listed.getFirst().weights().size();
        int slots = Integer.highestOneBit(Math.max(8, listed.size())) * 4;
        keys = new long[slots];
        numbers = new int[slots];
        parts = listed.toArray(new Part[0]);
        weights = new double[parts.length * outcomes];
        for (int i = 0; i < parts.length; i++) {
            long key = key(parts[i].name());
            int slot = slot(key);
            keys[slot] = key;
            numbers[slot] = i;
            for (int outcome = 0; outcome < outcomes; outcome++) {
                weights[i * outcomes + outcome] = parts[i].weights().get(outcome);
            }
        }
        roles = Arrays.stream(Place.values()).map(this::roles).toArray(int[][]::new);
    }

    private static long key(String name) {
        int both = name.indexOf(TOGETHER);
        if (both >= 0) {
            return Hash.together(key(name.substring(0, both)), key(name.substring(both + TOGETHER.length())));
        }
        var hash = new Hash();
        hash.put(name);
        return hash.value;
    }

    private int[] roles(Place place) {
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
        return keys[slot] == key ? numbers[slot] : NOWHERE;
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

    /** All that it knows, in the order of its file. */
    public List<Part> parts() {
        return List.of(parts);
    }

    /** What is known of all amounts of a message, to which each adds its own. */
    public Sum sum(Page page) {
        var sum = new Sum();
        Features.of(page, sum);
        return sum;
    }

    /** An empty sum, to which features are added by spelling their names. */
    public Sum sum() {
        return new Sum();
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
    static class Hash implements Features.Spelling {

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

        static long together(long first, long second) {
            return (first ^ Long.rotateLeft(second, 32)) * PRIME + second;
        }
    }

    /** Adds up the weights of the features that are spelt; one that comes twice counts once. */
    public final class Sum extends Hash {

        private final double[] totals;

        /** What all amounts of the message share, which is in the totals already. */
        private final @Nullable Sum message;

        private final PartSet counted;

        /** By place, what the name of each word in it begins with; 0 where none stood there so far. */
        private long[] beginnings = NONE;

        /** The keys of what was marked so far. */
        private long[] marked = NONE;

        private int marks;

        private Sum() {
            totals = new double[outcomes];
            message = null;
            counted = new PartSet(FEW);
            put(ALWAYS);
            end();
        }

        private Sum(Sum message) {
            totals = message.totals.clone();
            beginnings = message.beginnings;
            this.message = message;
            counted = new PartSet(MANY);
        }

        /** The same sum with what is known of an amount by the features that {@link Features} finds. */
        public Sum with(Testimony testimony) {
            var sum = new Sum(this);
            Features.of(testimony, sum);
            return sum;
        }

        /** The log-odds of each outcome for the features so far. */
        public double[] odds() {
            return totals;
        }

        /** The features so far that the model knows, in the order of its file. */
        public Stream<Part> parts() {
            return numbers().sorted().mapToObj(number -> parts[number]);
        }

        private IntStream numbers() {
            return message == null ? counted.stream() : IntStream.concat(message.numbers(), counted.stream());
        }

        @Override
        public void end() {
            count(known(value));
            super.end();
        }

        @Override
        public void mark() {
            if (marks == marked.length) {
                marked = Arrays.copyOf(marked, MARKS + marks);
            }
            for (int i = 0; i < marks; i++) {
                count(known(together(marked[i], value)));
            }
            marked[marks++] = value;
            end();
        }

        @Override
        @SuppressWarnings("EnumOrdinal") // The parts of the roles are arrays in these very orders.
        public void role(Place place, Tag tag) {
            count(roles[place.ordinal()][tag.ordinal()]);
        }

        /** All words of an amount are of one language. */
        @Override
        @SuppressWarnings("EnumOrdinal") // Asked at every word around an amount.
        public void word(String language, Place place) {
            if (beginnings.length == 0) {
                beginnings = new long[PLACES];
            }
            if (beginnings[place.ordinal()] == 0) {
                super.word(language, place);
                beginnings[place.ordinal()] = value;
            } else {
                value = beginnings[place.ordinal()];
            }
        }

        private void count(int part) {
            if (part != NOWHERE && !isShared(part) && counted.add(part)) {
                for (int i = 0; i < outcomes; i++) {
                    totals[i] += weights[part * outcomes + i];
                }
            }
        }

        private boolean isShared(int part) {
            return message != null && (message.counted.has(part) || message.isShared(part));
        }
    }
}
