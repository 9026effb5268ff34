package io.tenth.extraction;

import io.tenth.extraction.CorpusMessage.Expected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts how well the engine does on a corpus, by the rules of its definition. */
final class Accuracy {

    private int hits;
    private int misses;
    private int alarms;
    private int types;
    private int days;
    private int matters;
    private final List<String> remarks = new ArrayList<>();

    static Accuracy over(List<CorpusMessage> messages) {
        var accuracy = new Accuracy();
        var extractor = new TimeExtractor();
        for (CorpusMessage message : messages) {
            accuracy.count(
                    message,
                    extractor.extract(message.message(), Context.none()).mentions());
        }
        return accuracy;
    }

    double precision() {
        return hits + alarms == 0 ? 1 : (double) hits / (hits + alarms);
    }

    double recall() {
        return hits + misses == 0 ? 1 : (double) hits / (hits + misses);
    }

    /** The figures in one line. */
    String figures() {
        return String.format(
                Locale.ROOT,
                "precision %.3f, recall %.3f (%d hits, %d misses, %d false alarms); type %.3f, date %.3f, matter %.3f",
                precision(),
                recall(),
                hits,
                misses,
                alarms,
                share(types),
                share(days),
                share(matters));
    }

    /** What was missed or wrong, a line each. */
    String remarks() {
        return String.join("\n", remarks);
    }

    private double share(int right) {
        return hits == 0 ? 1 : (double) right / hits;
    }

    private void count(CorpusMessage message, List<TimeMention> mentions) {
        List<TimeMention> open = new ArrayList<>(mentions);
        for (Expected expected : message.expected()) {
            TimeMention found = take(open, expected, message.message().body());
            boolean counts = expected.billable() && !expected.optional();
            if (counts) {
                judge(message, expected, found);
            } else if (found != null && found.billable() && !expected.optional()) {
                alarm(message, found);
            }
        }
        open.stream().filter(TimeMention::billable).forEach(alarm -> alarm(message, alarm));
    }

    private void judge(CorpusMessage message, Expected expected, @Nullable TimeMention found) {
        if (found == null || !found.billable()) {
            misses++;
            remarks.add("missed " + message.name() + ": " + expected.quote());
            return;
        }
        hits++;
        types += found.type() == expected.type() ? 1 : 0;
        days += found.date().equals(expected.date()) ? 1 : 0;
        matters += isSame(expected.matters(), found.clientMatter()) ? 1 : 0;
        if (found.type() != expected.type()) {
            remarks.add("type " + message.name() + ": " + expected.quote() + " is no " + found.type());
        }
        if (!found.date().equals(expected.date())) {
            remarks.add("date " + message.name() + ": " + expected.quote() + " is not of " + found.date());
        }
        if (!isSame(expected.matters(), found.clientMatter())) {
            remarks.add("matter " + message.name() + ": " + expected.quote() + " is not of " + found.clientMatter());
        }
    }

    private void alarm(CorpusMessage message, TimeMention alarm) {
        alarms++;
        remarks.add("false alarm " + message.name() + ": " + alarm.minutes() + " min: " + alarm.quote());
    }

    private static @Nullable TimeMention take(List<TimeMention> open, Expected expected, String body) {
        for (TimeMention mention : open) {
            boolean amount = mention.minutes() == expected.minutes() || expected.optional();
            if (amount && overlaps(body, expected.quote(), mention.span())) {
                open.remove(mention);
                return mention;
            }
        }
        return null;
    }

    private static boolean overlaps(String body, String quote, Span span) {
        for (int at = body.indexOf(quote); at >= 0; at = body.indexOf(quote, at + 1)) {
            if (at < span.end() && span.start() < at + quote.length()) {
                return true;
            }
        }
        if (body.contains(quote)) {
            return false;
        }
        throw new IllegalStateException("the body does not hold the expected quote: " + quote);
    }

    private static boolean isSame(List<String> expected, @Nullable String found) {
        if (expected.isEmpty() || found == null) {
            return expected.isEmpty() && found == null;
        }
        Set<String> words = words(found);
        return expected.stream()
                .map(Accuracy::words)
                .anyMatch(form -> !words.isEmpty() && (form.containsAll(words) || words.containsAll(form)));
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
        words.removeAll(Set.of("", "the", "matter", "v", "vs", "re", "inc", "llc", "ltd", "co", "and"));
        return words;
    }
}
