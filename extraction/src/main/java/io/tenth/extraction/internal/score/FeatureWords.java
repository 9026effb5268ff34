package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.model.Features.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How features read for a person who has not read the program; the words are data. Loaded only where somebody asks why. */
final class FeatureWords {

    private static final String PARTED_BY = " = ";
    private static final Map<String, String> WORDS = read();

    private FeatureWords() {}

    /** The words for a role, a sign or a kind of word; its own name in small letters where none are listed. */
    static String of(String feature) {
        String name = feature.substring(feature.indexOf(' ') + 1);
        return WORDS.getOrDefault(feature, name.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static boolean lists(String feature) {
        return WORDS.containsKey(feature);
    }

    static String of(Place place) {
        return switch (place) {
            case SECOND_BEFORE, BEFORE, PAIR_BEFORE -> "before it";
            case RIGHT_BEFORE -> "right before it";
            case RIGHT_AFTER -> "right after it";
            case SECOND_AFTER, AFTER, PAIR_AFTER -> "after it";
            case REST_OF_SENTENCE -> "elsewhere in the sentence";
            case VERB -> "in its verb";
            case HEADING -> "in the heading";
            case SUBJECT -> "in the subject";
            case MESSAGE -> "in the message";
        };
    }

    private static Map<String, String> read() {
        InputStream file = Objects.requireNonNull(FeatureWords.class.getResourceAsStream("features.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(PARTED_BY, 2))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
