package io.tenth.extraction.internal.locale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The classes that the words of a work belong to: what is done (write, read, go) and what it is done to (a paper, a person, a
 * thing). The model weighs classes beside words, so that what is learnt from one word holds for the others of its class, in
 * every language. What they are is data: {@code work.words}.
 */
public final class WorkClasses {

    private static final int SHORTEST_OPENING = 2;
    private static final int SHORTEST_ENDING = 3;
    private static final Map<String, Map<String, List<String>>> LANGUAGES = read();

    private WorkClasses() {}

    /** The classes of a word in lower case; none of a word that is not listed. */
    public static List<String> of(Language language, String word) {
        return of(word, LANGUAGES.getOrDefault(language.code(), Map.of()));
    }

    private static List<String> of(String word, Map<String, List<String>> words) {
        List<String> exact = words.get(word);
        if (exact != null) {
            return exact;
        }
        for (int end = word.length(); end >= SHORTEST_OPENING; end--) {
            List<String> opening = words.get(word.substring(0, end) + "-");
            if (opening != null) {
                return opening;
            }
        }
        for (int from = 1; from <= word.length() - SHORTEST_ENDING; from++) {
            List<String> ending = words.get("-" + word.substring(from));
            if (ending != null) {
                return ending;
            }
        }
        return List.of();
    }

    private static Map<String, Map<String, List<String>>> read() {
        Map<String, Map<String, List<String>>> languages = new HashMap<>();
        InputStream file = Objects.requireNonNull(WorkClasses.class.getResourceAsStream("work.words"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(languages, line));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return languages;
    }

    private static void add(Map<String, Map<String, List<String>>> languages, String line) {
        int blank = line.indexOf(' ');
        int colon = line.indexOf(':');
        Map<String, List<String>> words = languages.computeIfAbsent(line.substring(0, blank), any -> new HashMap<>());
        List<String> named = List.of(line.substring(blank + 1, colon));
        for (String word : line.substring(colon + 1).strip().split(" +", -1)) {
            words.merge(
                    word,
                    named,
                    (one, other) -> Stream.concat(one.stream(), other.stream())
                            .distinct()
                            .toList());
        }
    }
}
