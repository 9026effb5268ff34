package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.accuracy.Accuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the engine to its corpus. The floors only ever rise; the figures of a run are in {@code target/accuracy-*.txt}. What
 * was missed or wrong stands in the failure message, but not for the part that is held back: whoever reads what was missed
 * there will write a rule for it.
 */
class CorpusTest {

    @ParameterizedTest
    @CsvSource({
        "en/tuned, 0.98, 0.95",
        "en/tuned-told, 0.96, 0.89",
        "en/held-back, 0.90, 0.91",
        "en/held-back-told, 0.85, 0.78",
        "en/tuned-second, 0.97, 0.92",
        "en/held-back-second, 0.88, 0.89",
        "en/tuned-third, 0.95, 0.91",
        "en/held-back-third, 0.80, 0.79",
        "en/held-back-plain, 0.95, 0.88",
        "en/tuned-plain, 0.97, 0.94",
        "en/held-back-short, 0.94, 0.91",
        "en/tuned-short, 0.96, 0.95",
        "en/tuned-clauses, 0.94, 0.92",
        "en/held-back-clauses, 0.78, 0.83",
        "en/tuned-mixed, 0.96, 0.92",
        "en/held-back-mixed, 0.90, 0.88",
        "de/tuned, 0.95, 0.91",
        "de/held-back, 0.95, 0.86",
        "de/tuned-second, 0.92, 0.87",
        "de/held-back-second, 0.83, 0.80",
        "de/tuned-third, 0.94, 0.90",
        "de/held-back-third, 0.78, 0.75",
        "de/tuned-plain, 0.97, 0.94",
        "de/held-back-plain, 0.91, 0.92",
        "nl/tuned, 0.94, 0.88",
        "nl/held-back, 0.92, 0.83",
        "nl/tuned-second, 0.96, 0.90",
        "nl/held-back-second, 0.84, 0.86",
        "nl/tuned-third, 0.95, 0.92",
        "nl/held-back-third, 0.74, 0.72",
        "nl/tuned-plain, 0.97, 0.95",
        "fr/tuned, 0.97, 0.92",
        "fr/held-back, 0.87, 0.90",
        "fr/tuned-third, 0.94, 0.91",
        "fr/held-back-third, 0.79, 0.80",
        "fr/tuned-plain, 0.96, 0.96",
        "fr/held-back-plain, 0.90, 0.92",
        "it/tuned, 0.95, 0.96",
        "it/held-back, 0.95, 0.87",
        "it/tuned-third, 0.94, 0.89",
        "it/held-back-third, 0.77, 0.66",
        "it/tuned-plain, 0.94, 0.90",
        "it/held-back-plain, 0.91, 0.93",
        "es/tuned, 0.97, 0.95",
        "es/held-back, 0.91, 0.85",
        "es/tuned-third, 0.95, 0.90",
        "es/held-back-third, 0.76, 0.80",
        "es/tuned-plain, 0.96, 0.97",
        "pt/tuned, 0.97, 0.94",
        "pt/held-back, 0.89, 0.85",
        "pt/tuned-third, 0.94, 0.92",
        "pt/held-back-third, 0.86, 0.78",
        "pt/tuned-plain, 0.97, 0.97"
    })
    void findsTheTimeInTheMessagesOfTheCorpus(String folder, double precision, double recall, TestReporter reporter)
            throws IOException {
        Accuracy accuracy = Accuracy.over(CorpusMessage.in(folder));
        reporter.publishEntry(folder, accuracy.figures());
        Files.writeString(
                Path.of("target", "accuracy-" + folder.replace('/', '-') + ".txt"), accuracy.figures() + "\n");
        String remarks = folder.contains("held-back") ? accuracy.figures() : accuracy.remarks();
        assertThat(accuracy.precision()).as(remarks).isGreaterThanOrEqualTo(precision);
        assertThat(accuracy.recall()).as(remarks).isGreaterThanOrEqualTo(recall);
    }
}
