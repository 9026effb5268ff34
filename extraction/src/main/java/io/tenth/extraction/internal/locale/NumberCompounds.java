package io.tenth.extraction.internal.locale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Composes the numbers that a language writes as one word out of the listed ones: {@code fünfundzwanzig} and {@code
 * hundertzwanzig} of {@code fünf}, {@code zwanzig}, {@code hundert}.
 *
 * <p>A words file asks for it by a line behind its numbers: {@code COMPOUND_NUMBERS: ones_first und ein=1}, where {@code
 * und} joins ones and tens, and {@code ein} is a form of one that stands in compounds only; Italian, {@code
 * COMPOUND_NUMBERS: tens_first}, has no joint and drops a vowel before another ({@code ventotto}).
 */
final class NumberCompounds {

    private static final String ONES_FIRST = "ones_first";
    private static final String VOWELS = "aeiou";

    private final WordTable words;
    private final boolean onesFirst;
    private final List<String> joints = new ArrayList<>();
    private final Map<String, Integer> ones = new HashMap<>();
    private final Map<String, Integer> teens = new HashMap<>();
    private final Map<String, Integer> tens = new HashMap<>();
    private final Map<String, Integer> hundreds = new HashMap<>();

    private NumberCompounds(WordTable words, List<String> items) {
        this.words = words;
        this.onesFirst = items.getFirst().equals(ONES_FIRST);
        items.stream().skip(1).forEach(this::item);
        if (joints.isEmpty()) {
            joints.add("");
        }
    }

    /** Lists the compounds; {@code items} is what stands behind the colon. */
    static void list(WordTable words, List<String> items) {
        new NumberCompounds(words, items).list();
    }

    private void item(String item) {
        int equals = item.indexOf('=');
        if (equals < 0) {
            joints.add(item);
        } else {
            ones.put(item.substring(0, equals), Integer.valueOf(item.substring(equals + 1)));
        }
    }

    private void list() {
        words.forEach(this::sort);
        Map<String, Integer> below = new HashMap<>(ones);
        below.putAll(teens);
        below.putAll(tens);
        for (String joint : joints) {
            ones.forEach((one, units) -> tens.forEach((ten, value) ->
                    below.put(onesFirst ? one + joint + ten : joined(ten, joint + one), units + value)));
        }
        below.forEach(this::list);
        hundreds.forEach((hundred, value) -> below.forEach((rest, more) -> list(hundred + rest, value + more)));
    }

    private void sort(Word word) {
        if (word.has(Tag.HUNDRED) && word.value() == 100) {
            hundreds.put(word.text(), 100);
        } else if (word.has(Tag.NUMBER) && word.value() == Math.rint(word.value())) {
            sort(word.text(), (int) word.value());
        }
    }

    private void sort(String text, int value) {
        if (value >= 1 && value < 10) {
            ones.put(text, value);
        } else if (value >= 10 && value < 20) {
            teens.put(text, value);
        } else if (value < 100 && value % 10 == 0 && value > 0) {
            tens.put(text, value);
        }
    }

    private static String joined(String first, String second) {
        int last = first.length() - 1;
        boolean vowels = VOWELS.indexOf(first.charAt(last)) >= 0 && VOWELS.indexOf(second.charAt(0)) >= 0;
        return (vowels ? first.substring(0, last) : first) + second;
    }

    private void list(String text, int value) {
        Word word = words.list(text);
        if (Double.isNaN(word.value())) {
            word.add(Tag.NUMBER);
            word.worth(value);
        }
    }
}
