package io.tenth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the faults that are tried: complete, and true of the tests that there are. */
class FaultsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([\\w.]+)#(\\w+)`");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d\\d) \\|.*\\|$", Pattern.MULTILINE);

    @Test
    void areAllOnThePageAndEachIsHeldByATest() throws IOException {
        var due = Stream.of(IntStream.of(1, 7, 8), IntStream.rangeClosed(11, 21), IntStream.of(23))
                .flatMapToInt(each -> each)
                .mapToObj("%02d"::formatted);

        var rows = ROW.matcher(page()).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactlyElementsOf(due.toList());
        assertThat(rows).allMatch(row -> TEST.matcher(row.group()).find());
    }

    @Test
    void nameTestsThatExist() throws IOException {
        assertThat(TEST.matcher(page()).results())
                .isNotEmpty()
                .allSatisfy(named -> assertThat(source(named))
                        .as(named.group())
                        .containsPattern("\n    (protected )?(final )?void " + named.group(2) + "\\("));
    }

    /** The tests of the packaged product are another module's, so the sources are looked at. */
    private static String source(MatchResult named) {
        var module = named.group(1).startsWith("e2e.") ? "e2e" : "server";
        var file = "src/test/java/io/tenth/" + named.group(1).replace('.', '/') + ".java";
        try {
            return Files.readString(ROOT.resolve(module).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/operate/faults.md"));
    }
}
