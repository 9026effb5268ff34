package io.tenth.task;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people type into a search, in the language of PostgreSQL's {@code to_tsquery}. A word finds the words that begin with it;
 * {@code "in quotes"} finds words side by side, as they are; {@code -word} leaves out; {@code or} parts
 * alternatives. Words that are joined by a sign, such as {@code Smith-Jones}, are sought side by side. Signs alone find nothing.
 *
 * <p>Nothing of what was typed but its letters and digits gets into the query, so that no text can break it.
 */
final class TaskSearch {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final String NEXT_TO = " <-> ";

    private TaskSearch() {}

    /** The query for what begins as it was typed; empty where nothing can be found. */
    static String ofBeginnings(String typed) {
        return query(typed, ":*");
    }

    /** The query for whole words only, by which those rank first that are what was typed. */
    static String ofWholeWords(String typed) {
        return query(typed, "");
    }

    /** The accents of letters that are no marks are left to the database. */
    private static String query(String typed, String ending) {
        var alternatives = new ArrayList<List<String>>();
        alternatives.add(new ArrayList<>());
        TERM.matcher(withoutAccents(typed)).results().forEach(term -> {
            if ("or".equalsIgnoreCase(term.group(3)) && term.group(1).isEmpty()) {
                alternatives.add(new ArrayList<>());
            } else {
                var isQuoted = term.group(2) != null;
                var words = words(isQuoted ? term.group(2) : term.group(3));
                if (!words.isEmpty()) {
                    alternatives.getLast().add(term(words, term.group(1).isEmpty(), isQuoted ? "" : ending));
                }
            }
        });
        return alternatives.stream()
                .filter(all -> !all.isEmpty())
                .map(all -> String.join(" & ", all))
                .collect(Collectors.joining(" | "));
    }

    private static String term(List<String> words, boolean isWanted, String ending) {
        var side = String.join(NEXT_TO, words);
        return isWanted ? "(" + side + ending + ")" : "!(" + side + ")";
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> "'" + word.group() + "'")
                .toList();
    }

    private static String withoutAccents(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}
