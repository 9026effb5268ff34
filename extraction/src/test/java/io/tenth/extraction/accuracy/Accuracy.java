package io.tenth.extraction.accuracy;

import io.tenth.extraction.CorpusMessage;
import io.tenth.extraction.CorpusMessage.Expected;
import io.tenth.extraction.TimeMention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts how well the engine does on labelled messages. Only billable entries that are not optional are hits or misses; an
 * optional one is never either; one that is not billable and was found as billable is a false alarm.
 */
public final class Accuracy {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final Set<String> COMMON =
            Set.of("", "the", "matter", "v", "vs", "re", "inc", "llc", "ltd", "co", "and");

    private int messages;
    private int hits;
    private int misses;
    private int alarms;
    private int types;
    private int days;
    private int matters;
    private int paired;
    private int charges;
    private final Calibration calibration = new Calibration();
    private final List<String> remarks = new ArrayList<>();

    /** Reads the messages and counts. */
    public static Accuracy over(List<CorpusMessage> messages) {
        return of(Reading.of(messages));
    }

    static Accuracy of(List<Reading> readings) {
        var accuracy = new Accuracy();
        readings.forEach(accuracy::count);
        return accuracy;
    }

    int messages() {
        return messages;
    }

    /** How many entries there are to be found. */
    int labelled() {
        return hits + misses;
    }

    int alarms() {
        return alarms;
    }

    public double precision() {
        return share(hits, hits + alarms);
    }

    public double recall() {
        return share(hits, hits + misses);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    double calibrationError() {
        return calibration.error();
    }

    double type() {
        return share(types, hits);
    }

    double date() {
        return share(days, hits);
    }

    double matter() {
        return share(matters, hits);
    }

    /** Of the entries that were found, charged or not, in how many the charge is right. */
    double billable() {
        return share(charges, paired);
    }

    /** The figures in one line. */
    public String figures() {
        return String.format(
                Locale.ROOT,
                "precision %.3f, recall %.3f (%d hits, %d misses, %d false alarms); type %.3f, date %.3f, matter %.3f",
                precision(),
                recall(),
                hits,
                misses,
                alarms,
                type(),
                date(),
                matter());
    }

    /** What was missed or wrong, a line each. */
    public String remarks() {
        return String.join("\n", remarks);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private void count(Reading reading) {
        messages++;
        var pairing = new Pairing(reading);
        List<Expected> expected = reading.message().expected();
        for (int label = 0; label < expected.size(); label++) {
            if (!expected.get(label).optional()) {
                judge(reading.message().name(), expected.get(label), pairing.partner(label));
            }
        }
        for (TimeMention stranger : pairing.strangers()) {
            if (stranger.billable()) {
                calibration.add(stranger.confidence(), false);
                alarm(reading.message().name(), stranger);
            }
        }
    }

    private void judge(String name, Expected expected, Optional<TimeMention> partner) {
        partner.ifPresent(found -> {
            paired++;
            charges += found.billable() == expected.billable() ? 1 : 0;
        });
        Optional<TimeMention> charged = partner.filter(TimeMention::billable);
        if (!expected.billable()) {
            charged.ifPresent(found -> alarm(name, found));
        } else if (charged.isPresent()) {
            hit(name, expected, charged.get());
        } else {
            misses++;
            remarks.add("missed " + name + ": " + expected.quote());
        }
    }

    private void hit(String name, Expected expected, TimeMention found) {
        hits++;
        calibration.add(found.confidence(), true);
        String place = name + ": " + expected.quote();
        types += right(found.type() == expected.type(), "type " + place + " is no " + found.type());
        days += right(found.date().equals(expected.date()), "date " + place + " is not of " + found.date());
        matters += right(
                isSame(expected.matters(), found.clientMatter()),
                "matter " + place + " is not of " + found.clientMatter());
    }

    private int right(boolean right, String remark) {
        if (!right) {
            remarks.add(remark);
        }
        return right ? 1 : 0;
    }

    private void alarm(String name, TimeMention alarm) {
        alarms++;
        remarks.add("false alarm " + name + ": " + alarm.minutes() + " min: " + alarm.quote());
    }

    private static boolean isSame(List<String> expected, @Nullable String found) {
        if (expected.isEmpty() || found == null) {
            return expected.isEmpty() && found == null;
        }
        Set<String> words = words(found);
        return expected.stream()
                .map(Accuracy::words)
                .anyMatch(form ->
                        !form.isEmpty() && !words.isEmpty() && (form.containsAll(words) || words.containsAll(form)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !COMMON.contains(word))
                .collect(Collectors.toSet());
    }
}
