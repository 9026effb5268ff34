package io.tenth.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A message of the corpus and the entries expected of it. The form of a file is described in {@code corpus/README.md}.
 *
 * @param name its file name
 * @param cases the cases of the definition that it covers, such as {@code C7}
 * @param message the message
 * @param expected the entries
 */
public record CorpusMessage(String name, List<String> cases, SentMessage message, List<Expected> expected) {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final String LEARNT = "tuned";
    private static final String HELD_BACK = "held-back";
    private static final String EXPECTED = "\n=== expected";

    /** What may stand behind a quote. */
    private static final Set<String> NOTES = Set.of("not billable", "optional");

    /**
     * An expected entry.
     *
     * @param minutes the amount
     * @param type the kind of work
     * @param date the day
     * @param matters the client or matter in each form in which it may be named; empty where the message names none
     * @param quote a part of the body that holds the amount
     * @param billable whether it is charged
     * @param optional whether missing it is allowed
     */
    public record Expected(
            double minutes,
            ActivityType type,
            LocalDate date,
            List<String> matters,
            String quote,
            boolean billable,
            boolean optional) {}

    /** The parts that any language has, those that models learn from first. */
    public static List<String> parts() {
        try (Stream<Path> folders = Files.find(CORPUS, 2, (path, file) -> file.isDirectory())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith(LEARNT) || name.startsWith(HELD_BACK))
                    .distinct()
                    .sorted(Comparator.comparing((String name) -> name.startsWith(HELD_BACK))
                            .thenComparing(name -> name))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The messages of a language that models learn from: those of the folders whose names begin with "tuned". */
    public static List<CorpusMessage> tuned(String language) {
        try (Stream<Path> folders = Files.list(CORPUS.resolve(language))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(folder -> folder.startsWith(LEARNT))
                    .sorted()
                    .flatMap(folder -> in(language + "/" + folder).stream())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static List<CorpusMessage> in(String folder) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(CorpusMessage::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static CorpusMessage read(Path file) {
        String content = content(file);
        int head = content.indexOf("\n\n");
        int tail = content.lastIndexOf(EXPECTED);
        if (head < 0 || tail < head) {
            throw new IllegalStateException(file + " has no head or no line '=== expected'");
        }
        Map<String, String> fields = fields(content.substring(0, head));
        OffsetDateTime sent = OffsetDateTime.parse(fields.getOrDefault("sent", ""));
        var message = new SentMessage(
                fields.getOrDefault("from", "Sam Author <sam@author.example>"),
                fields.getOrDefault("to", "Billing <billing@author.example>"),
                fields.getOrDefault("subject", ""),
                sent,
                fields.containsKey("html") ? BodyFormat.HTML : BodyFormat.PLAIN,
                content.substring(head + 2, tail + 1));
        List<Expected> expected = new ArrayList<>();
        for (String line : content.substring(tail + EXPECTED.length()).split("\n", -1)) {
            if (!line.isBlank()) {
                expected.add(standing(file, expected(file, line, sent.toLocalDate()), message.body()));
            }
        }
        List<String> cases = List.of(fields.getOrDefault("covers", "").split(" ", -1));
        return new CorpusMessage(file.getFileName().toString(), cases, message, expected);
    }

    /** An amount whose quote stands nowhere would be learnt from as if it were none. */
    private static Expected standing(Path file, Expected expected, String body) {
        if (!body.contains(expected.quote())) {
            throw new IllegalStateException(file + ": the quote stands nowhere in the body: " + expected.quote());
        }
        return expected;
    }

    private static Map<String, String> fields(String head) {
        Map<String, String> fields = new HashMap<>();
        for (String line : head.split("\n", -1)) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return fields;
    }

    /** {@code 90 | DRAFTING | 03-10 | Acme; 4471 | the quote | not billable}; the quote may hold bars itself. */
    private static Expected expected(Path file, String line, LocalDate sent) {
        String[] parts = line.split(" \\| ", 5);
        if (parts.length < 5) {
            throw new IllegalStateException(file + ": an expected entry has five parts or more: " + line);
        }
        int bar = parts[4].lastIndexOf(" | ");
        String last = bar < 0 ? "" : parts[4].substring(bar + 3).strip();
        String note = NOTES.contains(last) ? last : "";
        String quote = note.isEmpty() ? parts[4] : parts[4].substring(0, bar);
        return new Expected(
                Double.parseDouble(parts[0].strip()),
                ActivityType.valueOf(parts[1].strip()),
                day(parts[2].strip(), sent),
                parts[3].isBlank() || parts[3].strip().equals("-")
                        ? List.of()
                        : List.of(parts[3].strip().split("; ", -1)),
                quote.strip(),
                !note.equals("not billable"),
                note.equals("optional"));
    }

    /** {@code today}, or a month and a day of the year in which the message was sent, or a whole date. */
    private static LocalDate day(String text, LocalDate sent) {
        if (text.equals("today")) {
            return sent;
        }
        return LocalDate.parse(text.length() == 5 ? sent.getYear() + "-" + text : text);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
