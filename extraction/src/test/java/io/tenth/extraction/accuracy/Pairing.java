package io.tenth.extraction.accuracy;

import io.tenth.extraction.CorpusMessage.Expected;
import io.tenth.extraction.TimeMention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which found entry is which expected one: one to one, as many as can be, those that count before the optional ones.
 *
 * <p>An entry fits a label when their minutes differ by at most half a minute, or the label is optional, and their quotes
 * overlap in the message. Quotes are compared without markup, case and the amount of white space. Character references need
 * no decoding for that: they stand in the quotes as they stand in the message.
 */
final class Pairing {

    private static final int NOBODY = -1;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACE =
            Pattern.compile("[\\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+");

    private final String text;
    private final List<Expected> expected;
    private final List<TimeMention> found;
    private final boolean[][] fits;

    /** For each found entry the label that it was paired with. */
    private final int[] owner;

    Pairing(Reading reading) {
        text = fold(reading.message().message().body());
        expected = reading.message().expected();
        found = reading.mentions();
        fits = new boolean[expected.size()][found.size()];
        owner = new int[found.size()];
        Arrays.fill(owner, NOBODY);
        for (int label = 0; label < expected.size(); label++) {
            for (int entry = 0; entry < found.size(); entry++) {
                fits[label][entry] = fits(expected.get(label), found.get(entry));
            }
        }
        pair(false);
        pair(true);
    }

    /** The entry that was paired with a label. */
    Optional<TimeMention> partner(int label) {
        for (int entry = 0; entry < owner.length; entry++) {
            if (owner[entry] == label) {
                return Optional.of(found.get(entry));
            }
        }
        return Optional.empty();
    }

    /** The entries without a label, save those in the words of an optional one. */
    List<TimeMention> strangers() {
        List<TimeMention> strangers = new ArrayList<>();
        for (int entry = 0; entry < owner.length; entry++) {
            TimeMention mention = found.get(entry);
            if (owner[entry] == NOBODY && expected.stream().noneMatch(label -> isVague(label, mention))) {
                strangers.add(mention);
            }
        }
        return strangers;
    }

    private void pair(boolean optional) {
        for (int label = 0; label < expected.size(); label++) {
            if (expected.get(label).optional() == optional) {
                place(label, new boolean[found.size()]);
            }
        }
    }

    /** Gives the label an entry, where need be one whose owner can take another. */
    private boolean place(int label, boolean[] asked) {
        for (int entry = 0; entry < asked.length; entry++) {
            if (!fits[label][entry] || asked[entry]) {
                continue;
            }
            asked[entry] = true;
            if (owner[entry] == NOBODY || place(owner[entry], asked)) {
                owner[entry] = label;
                return true;
            }
        }
        return false;
    }

    private boolean fits(Expected label, TimeMention entry) {
        boolean same = label.optional() || Math.abs(label.minutes() - entry.minutes()) <= 0.5;
        return same && overlap(label.quote(), entry.quote());
    }

    private boolean isVague(Expected label, TimeMention entry) {
        return label.optional() && overlap(label.quote(), entry.quote());
    }

    /** Whether two quotes share a place; of one that is not in the message, whether either holds the other. */
    private boolean overlap(String one, String other) {
        String first = fold(one);
        String second = fold(other);
        if (first.isEmpty() || second.isEmpty() || !text.contains(first) || !text.contains(second)) {
            return first.contains(second) || second.contains(first);
        }
        for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
            int near = text.indexOf(second, Math.max(0, at - second.length() + 1));
            if (near >= 0 && near < at + first.length()) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String text) {
        String plain = TAG.matcher(text)
                .replaceAll(" ")
                .replace('\u2019', '\'')
                .replace('\u2013', '-')
                .replace('\u2014', '-');
        return SPACE.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
