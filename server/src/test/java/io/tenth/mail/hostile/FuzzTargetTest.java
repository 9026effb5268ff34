package io.tenth.mail.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what the fuzzer starts from and what it found, which is kept in {@code fuzz}. */
class FuzzTargetTest {

    @ParameterizedTest
    @MethodSource("files")
    void keepsItsPromisesForEachFile(Path file) throws IOException {
        FuzzTarget.fuzzerTestOneInput(Files.readAllBytes(file));
    }

    @Test
    void keepsItsPromisesForTheCollection() {
        FuzzTarget.seeds().forEach(FuzzTarget::fuzzerTestOneInput);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> fuzz = Files.list(Path.of("src/test/resources/fuzz"));
                Stream<Path> mail = Files.walk(Path.of("src/test/resources/mail"))) {
            return Stream.concat(fuzz, mail)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
