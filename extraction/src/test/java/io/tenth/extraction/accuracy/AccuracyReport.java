package io.tenth.extraction.accuracy;

import io.tenth.extraction.CorpusMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints how right the engine is: by language, by case of the definition of billable time, and by confidence.
 *
 * <p>It shows sums and never a message, so that it can be read beside the held-back part without learning from it. The
 * argument is a file of labelled mail as JSON lines, which becomes a part of its own, or {@value #NONE}.
 */
final class AccuracyReport {

    private static final String NONE = "none";
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final List<String> CASES = Stream.of(cases("C", 19), cases("N", 2), cases("X", 12))
            .flatMap(List::stream)
            .toList();
    private static final double[] THRESHOLDS = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    /**
     * A part of the labelled mail.
     *
     * @param name what it is called, and the folder of it in each language
     * @param readings grow while the languages are read
     */
    private record Part(String name, List<Reading> readings) {

        static Part of(String name) {
            return new Part(name, new ArrayList<>());
        }
    }

    private final List<Part> parts =
            new ArrayList<>(CorpusMessage.parts().stream().map(Part::of).toList());
    private final PrintWriter out;

    private AccuracyReport(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        new AccuracyReport(new PrintWriter(System.out, true, StandardCharsets.UTF_8)).print(arguments[0]);
    }

    private void print(String file) throws IOException {
        printLanguages();
        if (!file.equals(NONE)) {
            Path path = Path.of(file);
            var part = new Part(String.valueOf(path.getFileName()), Reading.of(CorpusLines.in(path)));
            parts.add(part);
            printFigures(part.name(), part.readings());
        }
        parts.forEach(this::printCases);
        printThresholds();
    }

    private void printLanguages() throws IOException {
        out.println("By language: entries that are to be found, and of those that were found how much is right");
        out.printf(
                "%-22s %8s %8s %9s %7s %6s %11s %6s %6s %6s %8s%n",
                "",
                "messages",
                "entries",
                "precision",
                "recall",
                "F1",
                "calibration",
                "type",
                "date",
                "matter",
                "billable");
        for (String language : languages()) {
            for (Part part : partsOf(language)) {
                List<Reading> readings = Reading.of(CorpusMessage.in(language + "/" + part.name()));
                part.readings().addAll(readings);
                printFigures(language + " " + part.name(), readings);
            }
        }
        parts.forEach(part -> printFigures("all " + part.name(), part.readings()));
    }

    private List<Part> partsOf(String language) {
        return parts.stream()
                .filter(part -> Files.isDirectory(Path.of("src/test/resources/corpus", language, part.name())))
                .toList();
    }

    private void printFigures(String name, List<Reading> readings) {
        Accuracy of = Accuracy.of(readings);
        out.printf(
                Locale.ROOT,
                "%-22s %8d %8d %9.3f %7.3f %6.3f %11.3f %6.3f %6.3f %6.3f %8.3f%n",
                name,
                of.messages(),
                of.labelled(),
                of.precision(),
                of.recall(),
                of.f1(),
                of.calibrationError(),
                of.type(),
                of.date(),
                of.matter(),
                of.billable());
    }

    /** A message is counted with each case that it covers. */
    private void printCases(Part part) {
        out.printf("%nBy case, %s: all entries of the messages that cover it%n", part.name());
        out.printf(
                "%-6s %8s %8s %12s %9s %7s %6s%n",
                "", "messages", "entries", "false alarms", "precision", "recall", "F1");
        for (String name : CASES) {
            List<Reading> covering = part.readings().stream()
                    .filter(reading -> reading.covers(name))
                    .toList();
            if (!covering.isEmpty()) {
                printCase(name, Accuracy.of(covering));
            }
        }
    }

    private void printCase(String name, Accuracy of) {
        out.printf(Locale.ROOT, "%-6s %8d %8d %12d", name, of.messages(), of.labelled(), of.alarms());
        if (name.startsWith("C")) {
            out.printf(Locale.ROOT, " %9.3f %7.3f %6.3f", of.precision(), of.recall(), of.f1());
        }
        out.println();
    }

    private void printThresholds() {
        out.printf("%nBy confidence: entries from so much on, as precision and recall%n%-10s", "");
        parts.forEach(part -> out.printf(" %15s", part.name()));
        out.println();
        for (double threshold : THRESHOLDS) {
            out.printf(Locale.ROOT, "%-10.2f", threshold);
            for (Part part : parts) {
                Accuracy of = Accuracy.of(part.readings().stream()
                        .map(reading -> reading.from(threshold))
                        .toList());
                out.printf(Locale.ROOT, "   %6.3f %6.3f", of.precision(), of.recall());
            }
            out.println();
        }
    }

    private static List<String> languages() {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> cases(String letter, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> letter + number)
                .toList();
    }
}
