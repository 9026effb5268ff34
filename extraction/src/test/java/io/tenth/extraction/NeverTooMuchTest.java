package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the engine to the guiding rule of what counts: of several amounts for the same work only one is billed, and never
 * more than is charged. The models do not learn from these messages.
 */
class NeverTooMuchTest {

    private static final Path FOLDER = Path.of("src/test/resources/never-too-much");
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-12T17:00:00Z");
    private static final TimeExtractor EXTRACTOR = new TimeExtractor();

    @ParameterizedTest
    @ValueSource(strings = {"charged", "parts", "taken-back", "tables", "told-twice", "settled"})
    void billsTheSameTimeOnce(String file) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(file + ".txt"));
        assertThat(lines.stream().filter(line -> !line.startsWith("#")).map(NeverTooMuchTest::read))
                .allSatisfy(read -> assertThat(read.found()).as(read.line()).isEqualTo(read.expected()));
    }

    /** The billable minutes that a line expects, and those that are found. */
    private record Read(String line, List<Integer> expected, List<Integer> found) {}

    private static Read read(String line) {
        int bar = line.lastIndexOf('|');
        String text = line.substring(0, bar).strip().replace(" // ", "\n");
        String subject = "";
        if (text.startsWith("Subject: ")) {
            subject = text.substring("Subject: ".length(), text.indexOf('\n'));
            text = text.substring(text.indexOf('\n') + 1);
        }
        List<Integer> expected = Stream.of(line.substring(bar + 1).strip().split(" ", -1))
                .filter(minutes -> !minutes.isEmpty() && !minutes.endsWith("n"))
                .map(Integer::valueOf)
                .toList();
        var message = new SentMessage("", "", subject, SENT, BodyFormat.PLAIN, text);
        List<Integer> found = EXTRACTOR.extract(message, Context.none()).mentions().stream()
                .filter(TimeMention::billable)
                .map(TimeMention::minutes)
                .toList();
        return new Read(line, expected, found);
    }
}
