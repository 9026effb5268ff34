package io.tenth.extraction.internal.locale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final Map<String, WorkClasses> LANGUAGES = read();
    private static final WorkClasses NONE = new WorkClasses();

    private final Map<String, List<String>> whole = new HashMap<>();

    /** By their first letter those that stand for any ending, the longest first. */
    private final Map<Character, List<Piece>> openings = new HashMap<>();

    /** By their last letter those that stand for the rest of a compound, the longest first. */
    private final Map<Character, List<Piece>> endings = new HashMap<>();

    private record Piece(String letters, List<String> classes) {}

    private WorkClasses() {}

    /** The classes of a word in lower case; none of a word that is not listed. */
    public static List<String> of(Language language, String word) {
        return word.isEmpty()
                ? List.of()
                : LANGUAGES.getOrDefault(language.code(), NONE).classesOf(word);
    }

    private List<String> classesOf(String word) {
        List<String> exact = whole.get(word);
        if (exact != null) {
            return exact;
        }
        for (Piece opening : openings.getOrDefault(word.charAt(0), List.of())) {
            if (word.startsWith(opening.letters)) {
                return opening.classes;
            }
        }
        for (Piece ending : endings.getOrDefault(word.charAt(word.length() - 1), List.of())) {
            if (word.length() > ending.letters.length() && word.endsWith(ending.letters)) {
                return ending.classes;
            }
        }
        return List.of();
    }

    private static Map<String, WorkClasses> read() {
        Map<String, Map<String, List<String>>> languages = new HashMap<>();
        InputStream file = Objects.requireNonNull(WorkClasses.class.getResourceAsStream("work.words"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(languages, line));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<String, WorkClasses> read = new HashMap<>();
        languages.forEach((language, words) -> {
            var classes = new WorkClasses();
            words.forEach(classes::list);
            classes.sort();
            read.put(language, classes);
        });
        return read;
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

    private void list(String written, List<String> classes) {
        int last = written.length() - 1;
        if (written.endsWith("-") && last >= SHORTEST_OPENING) {
            piece(openings, written.charAt(0), new Piece(written.substring(0, last), classes));
        } else if (written.startsWith("-") && last >= SHORTEST_ENDING) {
            piece(endings, written.charAt(last), new Piece(written.substring(1), classes));
        } else {
            whole.put(written, classes);
        }
    }

    private void sort() {
        Comparator<Piece> longestFirst = Comparator.comparingInt(piece -> -piece.letters.length());
        openings.values().forEach(pieces -> pieces.sort(longestFirst));
        endings.values().forEach(pieces -> pieces.sort(longestFirst));
    }

    private static void piece(Map<Character, List<Piece>> pieces, char letter, Piece piece) {
        pieces.computeIfAbsent(letter, any -> new ArrayList<>()).add(piece);
    }
}
