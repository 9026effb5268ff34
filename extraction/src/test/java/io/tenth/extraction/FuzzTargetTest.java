package io.tenth.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what the fuzzer once found: a file of {@code fuzz} is an input that broke a promise. */
class FuzzTargetTest {

    @ParameterizedTest
    @MethodSource("findings")
    void keepsItsPromisesForWhatTheFuzzerFound(Path finding) throws IOException {
        FuzzTarget.fuzzerTestOneInput(Files.readAllBytes(finding));
    }

    static List<Path> findings() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz"))) {
            return files.sorted().toList();
        }
    }
}
